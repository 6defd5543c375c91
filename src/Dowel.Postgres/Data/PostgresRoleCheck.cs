using Dowel.Data;
using Npgsql;
using NpgsqlTypes;

namespace Dowel.Postgres;

/// <summary>Whether the server keeps owners' rows apart for a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Exemption">What exempts it from all row security: <c>superuser</c> or <c>bypassrls</c>; null for nothing.</param>
/// <param name="Open">The tables asked for that are not there or have no row security.</param>
/// <param name="Owned">The tables whose row security leaves out their owner, who is the role.</param>
internal sealed record PostgresRoleCheck(string Role, string? Exemption, string[] Open, string[] Owned)
{
    private const string Sql =
        """
        select current_user::text,
            case when r.rolsuper then 'superuser' when r.rolbypassrls then 'bypassrls' end,
            array(select t.name from unnest($1) with ordinality t (name, place)
                where not exists (select from pg_class c where c.oid = to_regclass(quote_ident(t.name)) and c.relrowsecurity) order by t.place),
            array(select c.relname::text from pg_class c
                where c.relrowsecurity and pg_table_is_visible(c.oid) and not row_security_active(c.oid) order by c.relname)
        from pg_roles r where r.rolname = current_user
        """;

    /// <summary>What asks for it.</summary>
    public static NpgsqlCommand Ask(IReadOnlyCollection<string> tables) => new(Sql)
    {
        Parameters = { new NpgsqlParameter<string[]> { TypedValue = [.. tables], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text } },
    };

    /// <summary>Reads the answer.</summary>
    public static PostgresRoleCheck Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetFieldValue<string[]>(2), row.GetFieldValue<string[]>(3));

    /// <summary>What is wrong; null for nothing.</summary>
    public RowSecurityBypassedException? Refusal() => this switch
    {
        { Exemption: { } exemption } => new(
            Role,
            exemption == "superuser" ? "is a superuser" : "has bypassrls",
            "Let migrations run as this role and the service as one of its own: create role app login nosuperuser nobypassrls; grant usage on schema public to app; "
                + "grant select, insert, update, delete on all tables in schema public to app;"),
        { Open: [var table, ..] } => new(
            Role,
            $"would use table '{table}', which is not there or has no row security",
            $"Apply the migration that turns it on, or write one: alter table {PostgresNames.Quote(table)} enable row level security; "
                + "'dowel add' writes it, with its policy, for a record with [RowSecurity]."),
        { Owned: [var table, ..] } => new(
            Role,
            $"owns table '{table}', whose row security is not forced",
            $"Apply a migration that forces it: alter table {PostgresNames.Quote(table)} force row level security;"),
        _ => null,
    };
}
