namespace Dowel.Generator.Tests.Queries;

public sealed class FaultTests
{
    [Theory]
    [InlineData("select @ab from t", "DWL3057 7 '@ab'")]
    [InlineData("select x in (@ab)", "DWL3057 13 '@ab'")]
    [InlineData("select {colums} from t", "DWL3059 7 '{colums}'")]
    [InlineData("select {columns:} from t", "DWL3059 7 '{columns:}'")]
    [InlineData("select {columns:a b} from t", "DWL3059 7 '{columns:a b}'")]
    [InlineData("select { from t", "DWL3060 7 '{'")]
    [InlineData("select } from t", "DWL3060 7 '}'")]
    [InlineData("select 'a from t", "DWL3061 7 '''")]
    [InlineData("select \"a from t", "DWL3061 7 '\"'")]
    [InlineData("select /* a from t", "DWL3061 7 '/*'")]
    [InlineData("select $q$ from t", "DWL3061 7 '$q$'")]
    [InlineData("select 1; select 2", "DWL3063 10 'select'")]
    [InlineData("select ?1", "DWL3064 7 '?1'")]
    [InlineData("select $1", "DWL3064 7 '$1'")]
    [InlineData("select :a", "DWL3064 7 ':a'")]
    [InlineData("", "DWL3055 999")]
    [InlineData("-- nothing", "DWL3055 999")]
    public void A_fault_is_shown_at_its_place(string text, string fault) => Sample.Faults(text).ShouldBe([fault]);

    [Theory]
    [InlineData("select 1 {? where a = @a", "DWL3060 9 '{?'")]
    [InlineData("select 1 {? where (a = @a }", "DWL3062 18 '('")]
    [InlineData("select 1 where (a = @a {? and (b = @a) }", "DWL3062 15 '('")]
    [InlineData("select 1) where a = @a{? and b = @a }", "DWL3062 8 ')'")]
    [InlineData("select (1 {? where a = @a) }", "DWL3062 25 ')'")]
    [InlineData("select 1 {? where a = @a {? or true } }", "DWL3066 25 '{?'", "DWL3060 38 '}'")]
    public void A_fragment_that_is_wrong_is_shown(string text, params string[] faults) => Sample.Faults(text, "a?").ShouldBe(faults);

    [Fact]
    public void A_fragment_that_is_never_left_out_is_refused() => Sample.Faults("select 1{? where a = @a }", "a").ShouldBe(["DWL3067 8 '{?'"]);

    [Fact]
    public void An_operator_that_swallows_a_parameter_is_refused_where_there_is_such_a_parameter()
    {
        Sample.Faults("select a <@ab", "ab").ShouldBe(["DWL3065 9 '<@ab'", "DWL3058 1000"]);
        Sample.Faults("select a <@b").ShouldBe([]);
    }

    [Fact]
    public void A_parameter_that_is_not_used_is_shown_where_it_is_declared() => Sample.Faults("select @a", "a", "b").ShouldBe(["DWL3058 1001"]);

    [Fact]
    public void A_parameter_belongs_into_both_engines_texts()
    {
        Sample.Faults(Sample.Method("select @a", "select 1", "a")).ShouldBe(["DWL3058 1000"]);
        Sample.Faults(Sample.Method("select @a", "select 1{? where @a }", "a?")).ShouldBe(["DWL3058 1000"]);
        Sample.Faults(Sample.Method("select 1{? where @a } ", "select 1{? where @a }", "a?")).ShouldBe([]);
    }

    [Fact]
    public void More_than_six_conditions_are_refused()
    {
        string[] names = ["a?", "b?", "c?", "d?", "e?", "f?", "g?"];
        string Text(int count) => "select 1 where true" + string.Concat(names.Take(count).Select(name => $"{{? and {name[0]} = @{name[0]} }}"));
        Sample.Faults(Text(6), names[..6]).ShouldBe([]);
        Sample.Faults(Text(7), names).ShouldBe(["DWL3068 999"]);
    }

    [Fact]
    public void A_list_is_for_in_alone_unless_an_engine_has_its_own_text()
    {
        Sample.Faults("select a = @l", "l[]").ShouldBe(["DWL3069 11 '@l'"]);
        Sample.Faults(Sample.Method("select value from json_each(@l)", "select unnest(@l)", "l[]")).ShouldBe([]);
    }

    [Fact]
    public void A_list_that_may_be_missing_is_optional()
    {
        Sample.Faults("select a in (@l)", "l[]?").ShouldBe(["DWL3070 13 '@l'"]);
        Sample.Faults("select 1{? where a in (@l) }", "l[]?").ShouldBe([]);
    }

    [Fact]
    public void Both_texts_give_rows_or_neither_does() =>
        Sample.Faults(Sample.Method("delete from t returning a", "delete from t") with { Result = new(QueryGives.List, RowModel.Count) }).ShouldBe(["DWL3072 0 'delete'"]);

    [Fact]
    public void Rows_of_a_statement_without_rows_are_refused()
    {
        var method = Sample.Method("delete from t", "delete from t");
        Sample.Faults(method with { Result = new(QueryGives.List, RowModel.Count) }).ShouldBe(["DWL3071 0 'delete'"]);
        Sample.Faults(method with { Result = new(QueryGives.One, RowModel.Count) }).ShouldBe([]);
        Sample.Faults(method).ShouldBe([]);
    }

    [Fact]
    public void A_fault_of_each_engine_s_text_is_shown_in_it() =>
        Sample.Faults(Sample.Method("select ':a' || ?", "select a ? 'b' || $1")).ShouldBe(["DWL3064 15 '?'", "DWL3064 18 '$1'"]);
}
