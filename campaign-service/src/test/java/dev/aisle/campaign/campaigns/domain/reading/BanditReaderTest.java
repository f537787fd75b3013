package dev.aisle.campaign.campaigns.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.algorithms.bandits.ContextualArms.Policy;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan.Reward;
import dev.aisle.campaign.people.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BanditReaderTest {
    private static final String VARIATION =
            "{\"id\": \"%s\", \"content\": {\"en\": {\"title\": \"Hi\", \"body\": \"There\"}}}";

    private static Reading read(String assignment, String places, String... variations) throws JsonProcessingException {
        String all =
                String.join(",", Stream.of(variations).map(VARIATION::formatted).toList());
        return DefinitionReader.read("spring", 1, new ObjectMapper().readTree("""
                {"name": "Spring", "kind": "coupon", %s, "assignment": %s, "variations": [%s]}
                """.formatted(places, assignment, all)));
    }

    private static BanditPlan plan(String assignment) throws JsonProcessingException {
        return ((Reading.Good) read(assignment, "\"placements\": [\"home\"]", "a", "b"))
                .definition()
                .bandit();
    }

    @Test
    void theSmallestOneHasItsUsualParts() throws JsonProcessingException {
        assertThat(plan("{\"bandit\": {\"policy\": \"thompson\", \"goal\": \"conversion\"}}"))
                .isEqualTo(new BanditPlan(Policy.THOMPSON, Reward.CONVERSION, 0.05, Duration.ofDays(1), List.of()));
        Reading random = read("\"random\"", "\"placements\": [\"home\"]", "a");
        assertThat(((Reading.Good) random).definition().bandit()).isNull();
    }

    @Test
    void aContextIsABitAFeature() throws JsonProcessingException {
        BanditPlan plan = plan(
                "{\"bandit\": {\"policy\": \"linucb\", \"goal\": \"clicks\", \"floor\": 0.2, \"within\": \"PT5M\", \"features\": [\"vip\", \"buyer\"]}}");
        Person buyer = new Person(Map.of("buyer", true, "vip", false), 1, List.of());

        assertThat(plan.contextOf(buyer)).isEqualTo(2);
        assertThat(plan.vector(2)).containsExactly(1, 0, 1);
        assertThat(plan.segments(2)).containsExactly("buyer");
        assertThat(plan.contexts()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"bandit\": {\"policy\": \"luck\", \"goal\": \"clicks\"}}|/assignment/bandit/policy",
                "{\"bandit\": {\"policy\": \"thompson\", \"goal\": \"fame\"}}|/assignment/bandit/goal",
                "{\"bandit\": {\"policy\": \"thompson\", \"goal\": \"clicks\", \"floor\": 0.6}}|/assignment/bandit/floor",
                "{\"bandit\": {\"policy\": \"thompson\", \"goal\": \"clicks\", \"floor\": 0}}|/assignment/bandit/floor",
                "{\"bandit\": {\"policy\": \"thompson\", \"goal\": \"clicks\", \"features\": []}}|/assignment/bandit/features",
                "{\"bandit\": 3}|/assignment/bandit",
                "{\"chance\": 3}|/assignment/chance",
                "\"luck\"|/assignment"
            })
    void whatIsWrongIsFound(String assignment, String place) throws JsonProcessingException {
        Reading reading = read(assignment, "\"placements\": [\"home\"]", "a", "b");

        assertThat(((Reading.Wrong) reading).findings())
                .extracting(Finding::place)
                .contains(place);
    }

    @Test
    void itNeedsTwoVariationsAndAPlacement() throws JsonProcessingException {
        Reading one = read(
                "{\"bandit\": {\"policy\": \"thompson\", \"goal\": \"clicks\"}}", "\"placements\": [\"home\"]", "a");
        Reading sent = read(
                "{\"bandit\": {\"policy\": \"thompson\", \"goal\": \"clicks\"}}",
                "\"trigger\": {\"type\": \"welcome\"}, \"channels\": [\"email\"]",
                "a",
                "b");

        assertThat(((Reading.Wrong) one).findings()).extracting(Finding::place).contains("/assignment/bandit");
        assertThat(((Reading.Wrong) sent).findings()).extracting(Finding::place).contains("/assignment/bandit");
    }
}
