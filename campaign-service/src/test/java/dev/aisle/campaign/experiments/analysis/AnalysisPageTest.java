package dev.aisle.campaign.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.campaign.experiments.judging.AnalysisExamples;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AnalysisPageTest {
    @Test
    void thePageCanBeMailed() {
        String page = AnalysisPage.of(AnalysisExamples.after(20, 0.12));

        assertThat(page)
                .contains("<strong>Ship</strong>", "<svg class=\"chart\"", "evidence by day", "People who order");
        assertThat(page)
                .doesNotContain("<script")
                .doesNotContain("href=")
                .doesNotContain("src=")
                .doesNotContain("NaN");
        assertThat(Pattern.compile("https?://").matcher(page).find()).isFalse();
    }

    @Test
    void theTableHasARowAComparison() {
        String csv = AnalysisCsv.of(AnalysisExamples.after(3, 0.0));

        assertThat(csv.lines().map(line -> line.split(",", -1).length).distinct())
                .containsExactly(17);
        assertThat(csv).contains("metric,conversion,goal,,early,").contains("segment,conversion,,buyer,early,8400");
    }
}
