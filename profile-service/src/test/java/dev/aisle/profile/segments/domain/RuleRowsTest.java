package dev.aisle.profile.segments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aisle.profile.segments.domain.language.InvalidRuleException;
import dev.aisle.profile.segments.domain.language.RuleRow;
import dev.aisle.profile.segments.domain.language.RuleRows;
import dev.aisle.profile.segments.domain.language.RuleSource;
import dev.aisle.profile.segments.domain.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleRowsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "did(purchase in last 30 days)",
                "not did(purchase)",
                "count(product_view where category under \"Home/Kitchen\" in last 7 days) >= 3 and not did(purchase in last 7 days)",
                "revenue(purchase) > 10000 or products(cart_add where price <= 500) = 2",
                "since_last(any where device = \"mobile\") < 14 days",
                "value(days_since_purchase) >= 90 and in segment \"buyer\" and not in segment \"gone\"",
                "value(stage) = \"a \\\"quoted\\\" one\"",
                "value(bot) = true"
            })
    void rowsSayWhatTheRuleSays(String text) {
        Rule rule = RuleSource.ofText(text).rule();

        RuleRows rows = RuleRows.of(rule).orElseThrow();

        assertThat(RuleSource.ofText(rows.text()).rule()).isEqualTo(rule);
        assertThat(RuleSource.ofText(RuleRows.lines(rule)).rule()).isEqualTo(rule);
        assertThat(rows.text().lines()).hasSize(rows.rows().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sequence(cart_add -> purchase)",
                "did(purchase) and (did(search) or did(refund))",
                "did(purchase|refund)",
                "did(product_view where category = \"A\" and brand = \"B\")",
                "did(product_view where brand in (\"A\", \"B\"))",
                "did(purchase in last 36 hours)",
                "not count(purchase) > 3",
                "since_first(purchase) < 30 days"
            })
    void whatSaysMoreHasNoRowsAndLinesThatSayIt(String text) {
        Rule rule = RuleSource.ofText(text).rule();

        assertThat(RuleRows.of(rule)).isEmpty();
        assertThat(RuleSource.ofText(RuleRows.lines(rule)).rule()).isEqualTo(rule);
    }

    @Test
    void whatIsWrongInARowIsInTheLineOfTheRow() {
        RuleRows rows =
                new RuleRows(false, List.of(RuleRow.NEW, new RuleRow("did", "purchse", "", "", "", "", "", "")));

        assertThat(catchThrowableOfType(InvalidRuleException.class, () -> RuleSource.ofText(rows.text()))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(2));
    }

    @Test
    void whatIsTypedIntoARowStaysATextWithinIt() {
        RuleRow typed = new RuleRow("did", "product_view", "", "", "", "brand", "=", "x\") or did(purchase");

        Rule rule =
                RuleSource.ofText(new RuleRows(false, List.of(typed)).text()).rule();

        assertThat(RuleRows.of(rule).orElseThrow().rows()).containsExactly(typed);
    }
}
