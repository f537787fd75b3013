package dev.aisle.profile.segments.domain.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.testing.AnyJson;
import java.util.List;

/** The language of segments, as text and as JSON. */
class RuleFuzzTest {
    private static final List<String> NAMES = List.of(
            "PT",
            "absent",
            "all",
            "and",
            "any",
            "conditions",
            "count",
            "day",
            "days",
            "did",
            "did_not",
            "event",
            "events",
            "false",
            "hour",
            "hours",
            "in",
            "item",
            "last",
            "minute",
            "minutes",
            "not",
            "not_in",
            "nothing",
            "number",
            "op",
            "operand",
            "or",
            "products",
            "property",
            "purchase",
            "revenue",
            "rules",
            "segment",
            "sequence",
            "since_first",
            "since_last",
            "steps",
            "this",
            "true",
            "types",
            "under",
            "value",
            "values",
            "week",
            "weeks",
            "where",
            "within",
            "word");
    private static final List<String> SIGNS =
            List.of(" ", "(", ")", ",", "=", ">=", "<", "!=", "\"", "'", "\n", "3", "-1.5");

    @FuzzTest
    void anyRuleIsReadOrRefusedWithTheFaults(FuzzedDataProvider data) {
        try {
            if (data.consumeBoolean()) {
                RuleSource.ofJson(AnyJson.of(bound -> data.consumeInt(0, bound - 1), NAMES))
                        .rule();
            } else {
                Rule rule = RuleSource.ofText(text(data)).rule();
                assertThat(RuleSource.ofText(RuleText.write(rule)).rule())
                        .as("what is written is read as the same")
                        .isEqualTo(rule);
            }
        } catch (InvalidRuleException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }

    private static String text(FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder();
        for (int left = data.consumeInt(0, 40); left > 0; left--) {
            text.append(
                    switch (data.consumeInt(0, 4)) {
                        case 0 -> data.pickValue(SIGNS);
                        case 1 -> data.consumeString(8);
                        default -> data.pickValue(NAMES) + " ";
                    });
        }
        return text.toString();
    }
}
