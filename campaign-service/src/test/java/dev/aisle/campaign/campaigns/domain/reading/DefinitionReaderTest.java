package dev.aisle.campaign.campaigns.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.campaign.campaigns.domain.definition.Amount;
import dev.aisle.campaign.campaigns.domain.definition.Behaviour;
import dev.aisle.campaign.campaigns.domain.definition.Channel;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.definition.JourneyPlan;
import dev.aisle.campaign.campaigns.domain.definition.JourneyStep;
import dev.aisle.campaign.campaigns.domain.definition.SinceEntry;
import dev.aisle.campaign.people.Person;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SMALL = """
        {"name": "Spring", "kind": "coupon", "placements": ["home"],
         "variations": [{"id": "only", "content": {"en": {"title": "Hi", "body": "There"}}}]}
        """;

    @Test
    void theSmallestDefinitionHasItsUsualParts() {
        Definition definition = good(tree(SMALL));

        assertThat(definition.campaign().reference()).isEqualTo("spring@3");
        assertThat(definition.campaign().seed()).isEqualTo("spring");
        assertThat(definition.campaign().priority()).isEqualTo(50);
        assertThat(definition.campaign().variations().getFirst().weight()).isEqualTo(1);
        assertThat(definition.goal().metric()).isEqualTo("conversion");
        assertThat(definition.exclusive()).isFalse();
    }

    @Test
    void everyPartIsRead() {
        ObjectNode all = tree(SMALL);
        all.setAll(tree("""
            {"description": "d", "goal": {"metric": "revenue", "within": "P14D"}, "placements": [],
             "audience": {"all": ["buyer", {"not": {"segment": "asleep"}}, {"orders": {"atLeast": 2}}]},
             "trigger": {"type": "cart_abandonment", "after": "PT4H"}, "channels": ["email"],
             "eligibility": {"orders": "some", "context": true}, "priority": 7, "exclusive": true,
             "schedule": {"start": "2026-12-01T00:00:00+08:00", "end": "2026-12-02T00:00:00Z",
               "timeZone": "Asia/Shanghai", "quietHours": {"from": "21:00", "to": "08:00"}},
             "caps": {"perPerson": {"times": 1, "window": "P1D"}, "total": 1000},
             "value": {"amount": 3, "currency": "JPY"}, "budget": {"amount": "5000", "currency": "JPY"},
             "holdout": 0.1, "experiment": {"id": "again"}, "fallbacks": {"coupon.code": "none"},
             "variations": [{"id": "only", "coupon": "X",
               "content": {"en": {"subject": "s", "text": "t", "html": "<p>t</p>"}}}]}
            """));

        Definition definition = good(all);

        assertThat(definition.channels()).containsExactly(Channel.EMAIL);
        assertThat(definition.trigger().settings()).containsEntry("after", "PT4H");
        assertThat(definition.campaign().schedule().start()).isEqualTo(Instant.parse("2026-11-30T16:00:00Z"));
        assertThat(definition.limits().budget()).isEqualTo(new Amount(5000, "JPY"));
        assertThat(definition.limits().most()).isEqualTo(1000);
        assertThat(definition.campaign().audience().segments()).containsExactly("asleep", "buyer");
        assertThat(definition.campaign().audience().includes(new Person(Map.of("buyer", true), 2, List.of())))
                .isTrue();
        assertThat(definition.campaign().audience().includes(new Person(Map.of("buyer", true), 1, List.of())))
                .isFalse();
        assertThat(definition
                        .campaign()
                        .audience()
                        .includes(new Person(Map.of("buyer", true, "asleep", true), 2, List.of())))
                .isFalse();
    }

    private static final String SENT = """
        {"name": "Steps", "kind": "abandonment", "trigger": {"type": "first_visit"}, "channels": ["webhook"],
         "variations": [{"id": "a", "content": {"en": {"text": "t"}}}, {"id": "b", "content": {"en": {"text": "t"}}}]}
        """;

    @Test
    void stepsAreReadAndVariationsThatTheyNameNeedNoWeights() {
        ObjectNode steps = tree(SENT);
        steps.setAll(tree("""
            {"steps": [{"send": "a"}, {"wait": "P2D"},
               {"branch": {"if": {"any": ["clicked", {"segment": "buyer"}]},
                 "then": [{"send": "assigned"}], "else": [{"wait": "PT1H"}, {"send": "b"}]}}],
             "exit": "bought"}
            """));

        JourneyPlan plan = good(steps).journey();

        assertThat(plan.exit()).isEqualTo(new SinceEntry.Did(Behaviour.BOUGHT));
        assertThat(plan.steps())
                .containsExactly(
                        new JourneyStep.Send("a"),
                        new JourneyStep.Wait(Duration.ofDays(2)),
                        new JourneyStep.Branch(
                                new SinceEntry.Any(List.of(
                                        new SinceEntry.Did(Behaviour.CLICKED), new SinceEntry.InSegment("buyer"))),
                                List.of(new JourneyStep.Send(null)),
                                List.of(new JourneyStep.Wait(Duration.ofHours(1)), new JourneyStep.Send("b"))));
        assertThat(good(steps).campaign().variations()).allMatch(variation -> variation.weight() == 0.5);
        assertThat(good(tree(SMALL)).journey()).isEqualTo(JourneyPlan.ONE_MESSAGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/steps | {'steps': []}",
                "/steps | {'steps': [{'wait': 'P1D'}]}",
                "/steps/0 | {'steps': [{'send': 'a', 'wait': 'P1D'}]}",
                "/steps/0/jump | {'steps': [{'jump': 3}]}",
                "/steps/0/send | {'steps': [{'send': 'c'}]}",
                "/steps/1/wait | {'steps': [{'send': 'a'}, {'wait': 'two days'}]}",
                "/steps/0/branch | {'steps': [{'branch': {'if': 'bought'}}]}",
                "/steps/0/branch/if | {'steps': [{'branch': {'if': 'sneezed', 'then': [{'send': 'a'}]}}]}",
                "/steps/0/branch/then/0/send | {'steps': [{'branch': {'if': 'bought', 'then': [{'send': 'z'}]}}]}",
                "/exit | {'steps': [{'send': 'a'}], 'exit': {'bought': true}}",
                "/trigger/segment | {'trigger': {'type': 'falling_alive'}}",
                "/steps | {'trigger': {'type': 'visit'}, 'steps': [{'send': 'a'}]}"
            })
    void whatIsWrongInStepsIsNamedByItsPlaceAndItsFix(String place, String change) {
        ObjectNode definition = tree(SENT);
        definition.setAll(tree(change.replace('\'', '"')));

        assertThat(wrong(definition)).anySatisfy(finding -> {
            assertThat(finding.place()).isEqualTo(place);
            assertThat(finding.fix()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/audience/churn | {'audience': {'churn': 0.6}}",
                "/audience/all/0/value | {'audience': {'all': [{'value': 1}]}}",
                "/audience | {'audience': {'segment': 'a', 'not': {'segment': 'b'}}}",
                "/audience/all | {'audience': {'all': []}}",
                "/audience | {'audience': 'Not An Id'}",
                "/audience/orders | {'audience': {'orders': {'atLeast': 3, 'atMost': 2}}}",
                "/schedule/end | {'schedule': {'start': '2026-12-02T00:00:00Z', 'end': '2026-12-01T00:00:00Z'}}",
                "/schedule/start | {'schedule': {'start': '2026-12-02'}}",
                "/schedule/timeZone | {'schedule': {'timeZone': 'Berlin'}}",
                "/schedule/quietHours/from | {'schedule': {'quietHours': {'from': '9', 'to': '10:00'}}}",
                "/schedule/cron | {'schedule': {'cron': '0 9 * * 1'}}",
                "/schedule/cron | {'trigger': {'type': 'schedule'}, 'channels': ['webhook'], 'placements': [],"
                        + " 'variations': [{'id': 'a', 'content': {'en': {'text': 't'}}}]}",
                "/budget/amount | {'budget': {'amount': -1, 'currency': 'EUR'}}",
                "/budget/amount | {'budget': {'amount': 1.999, 'currency': 'EUR'}}",
                "/budget/amount | {'budget': {'amount': 'much', 'currency': 'EUR'}}",
                "/budget/currency | {'budget': {'amount': 1, 'currency': 'EURO'}}",
                "/budget/currency | {'value': {'amount': 1, 'currency': 'EUR'}, 'budget': {'amount': 1, 'currency':"
                        + " 'CNY'}}",
                "/cost/amount | {'cost': {'amount': -0.01, 'currency': 'EUR'}}",
                "/cost/currency | {'value': {'amount': 1, 'currency': 'EUR'}, 'cost': {'amount': 1, 'currency': 'CNY'}}",
                "/assignment | {'assignment': 'by hand'}",
                "/holdout | {'holdout': 1}",
                "/holdout | {'holdout': -0.1}",
                "/caps/perPerson/times | {'caps': {'perPerson': {'times': 0, 'window': 'P1D'}}}",
                "/caps/perPerson/window | {'caps': {'perPerson': {'times': 1, 'window': '1 day'}}}",
                "/kind | {'kind': 'spam'}",
                "/goal/metric | {'goal': {'metric': 'fame'}}",
                "/trigger/type | {'trigger': {'type': 'moon'}}",
                "/trigger/after | {'trigger': {'type': 'cart_abandonment'}, 'channels': ['webhook'], 'placements': [],"
                        + " 'variations': [{'id': 'a', 'content': {'en': {'text': 't'}}}]}",
                "/placements | {'placements': []}",
                "/placements/1 | {'placements': ['home', 'home']}",
                "/channels | {'channels': ['email'], 'variations': [{'id': 'a', 'content': {'en': {'title': 't',"
                        + " 'body': 'b', 'subject': 's', 'text': 't'}}}]}",
                "/channels/0 | {'channels': ['pigeon'], 'trigger': {'type': 'first_order'}, 'placements': []}",
                "/variations | {'variations': []}",
                "/variations | {'variations': [{'id': 'a', 'weight': 0.5, 'content': {'en': {'title': 't', 'body':"
                        + " 'b'}}}, {'id': 'b', 'weight': 0.4, 'content': {'en': {'title': 't', 'body': 'b'}}}]}",
                "/variations/0/content/en | {'variations': [{'id': 'a', 'content': {'zh': {'title': 't', 'body':"
                        + " 'b'}}}]}",
                "/variations/0/content/en/body | {'variations': [{'id': 'a', 'content': {'en': {'title': 't'}}}]}",
                "/variations/0/content/fr | {'variations': [{'id': 'a', 'content': {'en': {'title': 't', 'body': 'b'},"
                        + " 'fr': {}}}]}",
                "/variations/0/id | {'variations': [{'id': 'holdout', 'content': {'en': {'title': 't', 'body':"
                        + " 'b'}}}]}",
                "/experiment/id | {'experiment': {'id': 7}}",
                "/fallbacks | {'fallbacks': 'none'}",
                "/exclusive | {'exclusive': 'yes'}",
                "/priority | {'priority': 1001}",
                "/colour | {'colour': 'red'}",
                "/name | {'name': ''}"
            })
    void whatIsWrongIsNamedByItsPlaceAndItsFix(String place, String change) {
        ObjectNode definition = tree(SMALL);
        definition.setAll(tree(change.replace('\'', '"')));

        List<Finding> findings = wrong(definition);

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.place()).isEqualTo(place);
            assertThat(finding.message()).isNotBlank();
            assertThat(finding.fix()).isNotBlank();
        });
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        ObjectNode definition = tree(SMALL);
        definition.setAll(tree("""
            {"kind": "spam", "holdout": 2, "budget": {"amount": -5, "currency": "EUR"},
             "schedule": {"start": "2026-12-02T00:00:00Z", "end": "2026-12-01T00:00:00Z"},
             "audience": {"churn": 1}}
            """));

        assertThat(wrong(definition))
                .extracting(Finding::place)
                .containsExactlyInAnyOrder("/kind", "/holdout", "/budget/amount", "/schedule/end", "/audience/churn");
    }

    @Test
    void anythingButAnObjectIsRefused() {
        for (String text : List.of("[]", "7", "\"x\"", "null", "true")) {
            assertThat(DefinitionReader.read("a", 1, any(text))).isInstanceOf(Reading.Wrong.class);
        }
    }

    @Test
    void twoThatWantAPlacementWithEqualRightCollide() {
        Definition one = good(with("{'exclusive': true}"));
        JsonNode later = with("{'exclusive': true, 'schedule': {'start': '2030-01-01T00:00:00Z'}}");

        assertThat(one.collidesWith(other(with("{'exclusive': true}")))).isTrue();
        assertThat(one.collidesWith(other(with("{'exclusive': false}")))).isFalse();
        assertThat(one.collidesWith(other(with("{'exclusive': true, 'priority': 51}"))))
                .isFalse();
        assertThat(one.collidesWith(other(with("{'exclusive': true, 'placements': ['cart']}"))))
                .isFalse();
        assertThat(one.collidesWith(other(later))).isTrue();
        assertThat(good(with("{'exclusive': true, 'schedule': {'end': '2030-01-01T00:00:00Z'}}"))
                        .collidesWith(other(later)))
                .isFalse();
        assertThat(one.collidesWith(one)).isFalse();
    }

    @Test
    void theSchemaKnowsTheSameFields() throws IOException {
        try (InputStream file = DefinitionReaderTest.class.getResourceAsStream("/campaigns/campaign.schema.json")) {
            JsonNode schema = JSON.readTree(file);
            List<String> fields = new ArrayList<>();
            schema.path("properties").fieldNames().forEachRemaining(fields::add);

            assertThat(fields).containsExactlyInAnyOrderElementsOf(DefinitionReader.FIELDS);
        }
    }

    private static ObjectNode with(String change) {
        ObjectNode definition = tree(SMALL);
        definition.setAll(tree(change.replace('\'', '"')));
        return definition;
    }

    private static Definition good(JsonNode json) {
        Reading reading = DefinitionReader.read("spring", 3, json);
        assertThat(reading).isInstanceOf(Reading.Good.class);
        return ((Reading.Good) reading).definition();
    }

    private static Definition other(JsonNode json) {
        return ((Reading.Good) DefinitionReader.read("other", 1, json)).definition();
    }

    private static List<Finding> wrong(JsonNode json) {
        Reading reading = DefinitionReader.read("spring", 3, json);
        assertThat(reading).isInstanceOf(Reading.Wrong.class);
        return ((Reading.Wrong) reading).findings();
    }

    private static ObjectNode tree(String text) {
        return (ObjectNode) any(text);
    }

    private static JsonNode any(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
