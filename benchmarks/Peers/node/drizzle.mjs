// node drizzle.mjs URL FOLDER   brings a database up to date with Drizzle's migrator, as an application calls it
//
// SQLite goes through libsql, whose library is in its package; PostgreSQL through pg.
const [url, migrationsFolder] = process.argv.slice(2);
if (!migrationsFolder) {
  console.error("Usage: node drizzle.mjs URL FOLDER");
  process.exit(2);
}

async function time(work) {
  const started = performance.now();
  await work();
  console.log(JSON.stringify({ migrate: performance.now() - started }));
}

if (url.startsWith("file:")) {
  const { drizzle } = await import("drizzle-orm/libsql");
  const { migrate } = await import("drizzle-orm/libsql/migrator");
  const database = drizzle({ connection: { url } });
  await time(() => migrate(database, { migrationsFolder }));
  database.$client.close();
} else {
  const { default: pg } = await import("pg");
  const { drizzle } = await import("drizzle-orm/node-postgres");
  const { migrate } = await import("drizzle-orm/node-postgres/migrator");
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const database = drizzle(pool);
  await time(() => migrate(database, { migrationsFolder }));
  await pool.end();
}
