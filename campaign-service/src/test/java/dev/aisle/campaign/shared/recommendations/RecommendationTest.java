package dev.aisle.campaign.shared.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.campaign.shared.recommendations.Recommendation.Missing;
import dev.aisle.campaign.shared.recommendations.Recommendation.Recommended;
import dev.aisle.campaign.shared.recommendations.RecommendedItem.Because;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecommendationTest {
    @Test
    void aCrossSellKeepsWhatSomethingLedToAndDropsWhatIsOnlyPopular() {
        RecommendedItem related = item("sugar", new Because("bought-with", "Bought with tea", List.of("tea")));
        RecommendedItem popular = item("phone", new Because("popular", "Popular now", List.of()));
        RecommendedItem unexplained = item("case", null);

        Recommendation kept = new Recommended(List.of(popular, related, unexplained), true, "m1", "r1").related();

        assertThat(kept.items()).containsExactly(related);
    }

    @Test
    void aMissingAnswerStaysMissing() {
        Recommendation missing = new Missing(Recommendation.Cause.LATE);

        assertThat(missing.related()).isEqualTo(missing);
    }

    private static RecommendedItem item(String id, Because because) {
        return new RecommendedItem(id, id, null, null, 1, "x", 1, because);
    }
}
