package dev.aisle.campaign.results.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.campaign.results.effects.Cost;
import dev.aisle.campaign.results.effects.Effect;
import dev.aisle.campaign.results.reports.Report.Release;
import dev.aisle.platform.console.Language;
import dev.aisle.platform.console.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportSentencesTest {
    private static final Estimate OPEN = new Estimate(0.4, -1, 2, 0.95);

    private static Report report(Estimate conversion, Estimate revenue, Optional<Cost> cost) {
        Effect effect = new Effect(conversion, conversion, revenue, revenue, Optional.empty());
        return new Report(
                "spring",
                1,
                50,
                new Release(Instant.EPOCH, false, 20),
                "EUR",
                List.of(),
                Optional.of(effect),
                Optional.empty(),
                cost,
                List.of());
    }

    @Test
    void aDirectionIsToldOnlyWhereTheWholeIntervalLiesOnOneSideOfZero() {
        ReportSentences english = new ReportSentences(Words.in(Language.EN), "EUR");

        assertThat(english.of(report(OPEN, new Estimate(120_000, 40_010, 200_090, 0.95), Optional.empty())))
                .containsExactly(
                        "Whether it makes more people order can’t be told: the difference of a hundred people is between -1.00 and 2.00.",
                        "It brought €1,200.00 of revenue: between €400.10 and €2,000.90.");
        assertThat(english.of(report(new Estimate(-2, -3, -1, 0.95), OPEN, Optional.empty()))
                        .getFirst())
                .startsWith("Of a hundred people, 2.00 fewer ordered");
    }

    @Test
    void whatIsLeftAfterTheCostIsToldInBothLanguages() {
        Report report = report(OPEN, new Estimate(10_000, 8_000, 12_000, 0.95), Optional.of(new Cost(15_000, 5_000)));

        assertThat(new ReportSentences(Words.in(Language.EN), "EUR").of(report))
                .contains("After its cost it lost €100.00: between -€120.00 and -€80.00.")
                .contains("For each unit spent, 0.50 came back too little: between -0.60 and -0.40.");
        assertThat(new ReportSentences(Words.in(Language.ZH), "EUR").of(report))
                .contains("扣除成本后亏损 €100.00（区间 -€120.00 至 -€80.00）。");
    }

    @Test
    void ofTooFewNothingIsTold() {
        Report few = new Report(
                "spring",
                1,
                50,
                new Release(null, false, 20),
                "EUR",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());

        assertThat(new ReportSentences(Words.in(Language.EN), "EUR").of(few))
                .containsExactly("Fewer than 50 people are in a group. Nothing is told of them.");
    }
}
