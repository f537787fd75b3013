package dev.aisle.recommender.feedback.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallGroupsTest {
    private static final Instant DAY = Instant.parse("2026-11-25T00:00:00Z");
    private final SmallGroups groups = new SmallGroups(new KThreshold(20));

    private static Response group(String value, long people) {
        return new Response(DAY, value, people, people, 2 * people, people / 2, 1, Map.of("EUR", people));
    }

    @Test
    void largeGroupsAreToldAsTheyAre() {
        assertThat(groups.told(List.of(group("cart", 30), group("home", 20))))
                .extracting(Response::value)
                .containsExactly("cart", "home");
    }

    @Test
    void aSmallGroupTakesTheNextLargerOneWithItSoThatNoDifferenceTellsIt() {
        List<Response> told = groups.told(List.of(group("cart", 3), group("home", 50), group("product", 40)));

        assertThat(told).extracting(Response::value).containsExactly("home", SmallGroups.OTHERS);
        assertThat(told.getLast().lists()).isEqualTo(43);
        assertThat(told.getLast().paid()).containsEntry("EUR", 43L);
        assertThat(told.getLast().people())
                .as("the three may be among the forty")
                .isEqualTo(40);
    }

    @Test
    void ofABucketThatIsTooSmallNothingIsTold() {
        assertThat(groups.told(List.of(group("cart", 12), group("home", 13)))).isEmpty();
        assertThat(groups.told(List.of())).isEmpty();
    }
}
