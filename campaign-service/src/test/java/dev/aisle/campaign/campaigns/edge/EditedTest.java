package dev.aisle.campaign.campaigns.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.platform.console.Form;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditedTest {
    private static final String WHOLE = """
            {"name": "Spring", "kind": "coupon", "goal": {"metric": "revenue", "within": "PT36H"},
             "audience": {"all": ["kitchen-fan", {"not": {"segment": "buyer"}}]},
             "schedule": {"start": "2026-12-01T10:00:00+02:00", "timeZone": "Europe/Berlin"},
             "placements": ["home", "cart"], "holdout": 0.05, "budget": {"amount": "500.00", "currency": "EUR"},
             "variations": [{"id": "a", "weight": 0.5, "content": {"en": {"title": "One\\nTwo", "body": "B"}}},
                            {"id": "b", "weight": 0.5, "content": {"en": {"title": "C", "body": "D"}}}]}
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final DefinitionText texts = new DefinitionText(json);

    private Map<String, String> sent() throws Exception {
        Map<String, String> fields =
                new HashMap<>(Edited.form("spring", 3, json.readTree(WHOLE)).values());
        // As a browser sends lines.
        fields.replaceAll((_, value) -> value.replace("\n", "\r\n"));
        return fields;
    }

    @Test
    void whatNobodyTouchedComesBackAsItWas() throws Exception {
        assertThat(Edited.definition(Form.of(sent()), texts)).isEqualTo(json.readTree(WHOLE));
    }

    @Test
    void aFieldThatWasChangedWinsOverTheTextAndTheRestOfTheTextStays() throws Exception {
        Map<String, String> fields = sent();
        fields.put("definition", WHOLE.replace("\"Spring\"", "\"Summer\"").replace("\"D\"", "\"E\""));
        fields.put("holdout", "12.5");
        fields.put("within", "7");
        fields.put("placements", "home，search");
        fields.put("end", "2026-12-24T08:30");
        fields.put("times", "2");
        fields.put("window", "1");
        fields.put("budget", "");
        fields.put("title_zh", "春天");

        JsonNode definition = Edited.definition(Form.of(fields), texts);

        assertThat(definition.at("/name").asText()).isEqualTo("Summer");
        assertThat(definition.at("/variations/1/content/en/body").asText()).isEqualTo("E");
        assertThat(definition.at("/holdout").decimalValue()).isEqualByComparingTo("0.125");
        assertThat(definition.at("/goal/within").asText()).isEqualTo("P7D");
        assertThat(definition.at("/placements")).hasToString("[\"home\",\"search\"]");
        assertThat(definition.at("/schedule/end").asText()).isEqualTo("2026-12-24T08:30:00Z");
        assertThat(definition.at("/caps/perPerson")).hasToString("{\"times\":2,\"window\":\"P1D\"}");
        assertThat(definition.has("budget")).isFalse();
        assertThat(definition.at("/variations/0/content/zh/title").asText()).isEqualTo("春天");
        assertThat(definition.at("/audience/all/1/not/segment").asText()).isEqualTo("buyer");
    }

    @Test
    void whatIsNoNumberStaysAsItWasTypedSoThatTheCheckTellsOfIt() throws Exception {
        for (String typed : new String[] {"much", "1e99999999999", "1e-2147483647", "NaN", "１２", "<b>"}) {
            Map<String, String> fields = sent();
            fields.put("holdout", typed);
            fields.put("budget", typed + " EUR");

            JsonNode definition = Edited.definition(Form.of(fields), texts);

            assertThat(definition.at("/holdout").isMissingNode()).as(typed).isFalse();
            assertThat(definition.at("/budget").has("amount")).as(typed).isTrue();
        }
    }
}
