using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dowel.Peers.Migrations
{
    public partial class FirstNote : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.InsertData(
                table: "notes",
                columns: new[] { "Id", "Body" },
                values: new object[] { 1, "first" });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DeleteData(
                table: "notes",
                keyColumn: "Id",
                keyValue: 1);
        }
    }
}
