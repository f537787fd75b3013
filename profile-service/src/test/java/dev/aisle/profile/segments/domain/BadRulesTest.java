package dev.aisle.profile.segments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.profile.segments.domain.language.InvalidRuleException;
import dev.aisle.profile.segments.domain.language.RuleProblem;
import dev.aisle.profile.segments.domain.language.RuleSource;
import dev.aisle.profile.segments.domain.language.Vocabulary;
import dev.aisle.profile.segments.domain.rule.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong in a rule is shown where it stands, with what to write instead. */
class BadRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Rule> SEGMENTS = segments();
    private static final Vocabulary VOCABULARY = new Vocabulary(RandomRules.VALUES, "mine", SEGMENTS);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `value(age_huors) > 3`                                   | 1 |  7 | /value              | Did you mean age_hours?
            `value(nothing_like_it) > 3`                             | 1 |  7 | /value              | Known: age_hours, bought
            `value(bought) > 3`                                      | 1 | 17 | /operand            | Expected: true or false
            `value(mood) > "good"`                                   | 1 | 13 | /op                 | Known: = !=
            `value(age_hours) = 3`                                   | 1 | 18 | /op                 | Write < or >=.
            `value(age_hours) > good`                                | 1 | 20 | ``                  | Did you mean "good"?
            `did(purchse)`                                           | 1 |  5 | /did/types/0        | Did you mean purchase?
            `did(any where colour = "red")`                          | 1 | 15 | /did/where/0/property | Known: brand
            `did(any where brnad = "red")`                           | 1 | 15 | /did/where/0/property | Did you mean brand?
            `did(any where brand > "red")`                           | 1 | 21 | /did/where/0/op     | Known: = != in
            `did(any where price = "red")`                           | 1 | 23 | /did/where/0/operand | Expected: a whole number of minor units
            `did(any where price > 49.90)`                           | 1 | 23 | /did/where/0/operand | Write 4990 for 49.9.
            `did(any where hour > 24)`                               | 1 | 22 | /did/where/0/operand | ``
            `did(any where device = "mobil")`                        | 1 | 24 | /did/where/0/operand | Did you mean mobile?
            `did(any in last 400 days)`                              | 1 | 17 | /did/last           | Write 365 days or less.
            `did(any in last 7 dyas)`                                | 1 | 19 | ``                  | Did you mean days?
            `did(any in last 0 days)`                                | 1 | 17 | /did/last           | ``
            `count(any) >= 2.5`                                      | 1 | 15 | /operand            | ``
            `revenue(purchase) >= 49.90`                             | 1 | 22 | /operand            | 4990 for 49.9.
            `count(any) >= "three"`                                  | 1 | 15 | /operand            | ``
            `cuont(any) >= 3`                                        | 1 |  1 | ``                  | Did you mean count?
            `purchase`                                               | 1 |  1 | ``                  | Did you mean did(purchase)?
            `age_hours > 3`                                          | 1 |  1 | ``                  | Did you mean value(age_hours) > …?
            `did(any) and`                                           | 1 | 13 | ``                  | Known: value
            `did(any) or (did(search)`                               | 1 | 25 | ``                  | ``
            `did(any))`                                              | 1 |  9 | ``                  | There is a ) too many.
            `in segment buyer`                                       | 1 | 12 | ``                  | Did you mean "buyer"?
            `in segment "buyr"`                                      | 1 | 12 | /segment            | Did you mean buyer?
            `in segment "mine"`                                      | 1 | 12 | /segment            | Ask for another segment
            `did(any) and in segment "circle"`                       | 1 | 25 | /all/1/segment      | Take one of them out.
            `in segment "deep"`                                      | 1 |  1 | ``                  | Write out the rule of one of them.
            `since_last(any) > 3 days`                               | 1 | 17 | /op                 | Write >=.
            `since_last(any) < 3`                                    | 1 | 20 | ``                  | Did you mean
            `sequence(search)`                                       | 1 | 10 | /sequence           | ``
            `sequence(not search -> purchase)`                       | 1 | 10 | /sequence/0         | Write the absence before it
            `sequence(search -> not cart_add -> not purchase)`       | 1 | 36 | /sequence/2         | Name both types in one step
            `sequence(search -> not cart_add within 2 days -> purchase)` | 1 | 40 | /sequence/1/within | Put within on the next step.
            `sequence(search within 2 days -> purchase)`             | 1 | 24 | /sequence/0/within  | Say how far back
            `sequence(search->search->search->search->search->search->purchase)` | 1 | 10 | /sequence | ``
            `did(any where brand = 'Acme')`                          | 1 | 23 | ``                  | straight quotes
            `did(any where brand = "Acme)`                           | 1 | 23 | ``                  | Close it
            """)
    void aBadTextIsShownByLineAndColumn(String text, int line, int column, String pointer, String suggestion) {
        RuleProblem problem = problemOf(() -> RuleSource.ofText(text).check(VOCABULARY));

        assertThat(problem.line()).as(problem.toString()).isEqualTo(line);
        if (!suggestion.equals("Did you mean")) {
            assertThat(Objects.toString(problem.suggestion(), "")).contains(suggestion);
        }
        assertThat(problem.column()).as(problem.toString()).isEqualTo(column);
        assertThat(problem.pointer()).as(problem.toString()).isEqualTo(pointer);
        assertThat(problem.message()).isNotBlank();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{}`                                                     | ``                   | Known: all
            `{"al":[]}`                                              | ``                   | Did you mean all?
            `{"all":[{"did":{}},{"value":"age_huors","op":">","operand":1}]}` | /all/1/value | Did you mean age_hours?
            `{"all":[{"did":{}}]}`                                   | /all                 | Write the one rule
            `{"did":{},"last":"P7D"}`                                | /last                | Known: did
            `{"did":{"last":"7"}}`                                   | /did/last            | Did you mean P7D?
            `{"did":{"last":"P2Y"}}`                                 | /did/last            | ``
            `{"did":{"tpyes":["search"]}}`                           | /did/tpyes           | Did you mean types?
            `{"did":{"types":["serach"]}}`                           | /did/types/0         | Did you mean search?
            `{"did":{"types":"search"}}`                             | /did/types           | ``
            `{"count":{},"operand":1}`                               | ``                   | Expected: how to compare
            `{"count":{},"op":"=>","operand":1}`                     | /op                  | Known: = != < <= > >=
            `{"count":{},"op":">=","operand":1e300}`                 | /operand             | ``
            `{"count":{},"op":">=","operand":"3"}`                   | /operand             | ``
            `{"did":{},"not":{"did":{}}}`                            | ``                   | Put them into
            `{"segment":"nobody"}`                                   | /segment             | Known: buyer
            `{"segment":7}`                                          | /segment             | Expected: the id of a segment
            `7`                                                      | ``                   | Known: all
            """)
    void badJsonIsShownByPointer(String json, String pointer, String suggestion) throws JsonProcessingException {
        var node = JSON.readTree(json);

        RuleProblem problem = problemOf(() -> RuleSource.ofJson(node).check(VOCABULARY));

        assertThat(problem.pointer()).as(problem.toString()).isEqualTo(pointer);
        assertThat(Objects.toString(problem.suggestion(), "")).contains(suggestion);
        assertThat(problem.line()).isZero();
    }

    @Test
    void theLineIsCounted() {
        RuleProblem problem = problemOf(() -> RuleSource.ofText("did(search)\n  and\n  did(purchse)"));

        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.column()).isEqualTo(7);
    }

    @Test
    void allThatIsWrongIsTold() {
        InvalidRuleException wrong = catchThrowableOfType(
                InvalidRuleException.class,
                () -> RuleSource.ofText("value(a) > 1 and in segment \"b\"").check(VOCABULARY));

        assertThat(wrong.problems()).extracting(RuleProblem::pointer).containsExactly("/all/0/value", "/all/1/segment");
    }

    @Test
    void aRuleWithoutEndIsRefused() {
        String wide = "did(search)" + " or did(search)".repeat(80);
        String deep = "not ".repeat(30) + "did(search)";
        String veryDeep = "(".repeat(4_000) + "did(search)" + ")".repeat(4_000);
        String long_ = "did(search) or ".repeat(2_000) + "did(search)";

        assertThat(problemOf(() -> RuleSource.ofText(wide)).message()).contains("2 to 60 rules");
        assertThat(problemOf(() -> RuleSource.ofText(deep)).message()).contains("more than 8 deep");
        assertThat(problemOf(() -> RuleSource.ofText(veryDeep)).message()).contains("nested too deep");
        assertThat(problemOf(() -> RuleSource.ofText(long_)).message()).contains("10000 characters");
    }

    private static RuleProblem problemOf(Runnable reading) {
        InvalidRuleException wrong = catchThrowableOfType(InvalidRuleException.class, reading::run);
        assertThat(wrong).isNotNull();
        return wrong.problems().getFirst();
    }

    private static Map<String, Rule> segments() {
        Map<String, Rule> segments = new HashMap<>();
        segments.put("buyer", RuleSource.ofText("did(purchase)").rule());
        segments.put("circle", RuleSource.ofText("in segment \"mine\"").rule());
        segments.put("deep", RuleSource.ofText("in segment \"d4\"").rule());
        for (int i = 4; i > 0; i--) {
            segments.put(
                    "d" + i,
                    RuleSource.ofText("in segment \"d" + (i - 1) + "\"").rule());
        }
        segments.put("d0", RuleSource.ofText("did(search)").rule());
        return segments;
    }
}
