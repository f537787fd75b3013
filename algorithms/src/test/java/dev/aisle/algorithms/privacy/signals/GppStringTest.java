package dev.aisle.algorithms.privacy.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.algorithms.privacy.signals.Reading.Unusable;
import dev.aisle.algorithms.privacy.signals.Reading.Usable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** IAB Tech Lab, Global Privacy Platform, "Consent String Specification" and its sections. */
class GppStringTest {
    private static final Map<String, String> OPT_OUTS = Map.of(
            "saleOptOut", "SaleOptOut",
            "sharingOptOut", "SharingOptOut",
            "targetedAdvertisingOptOut", "TargetedAdvertisingOptOut");

    static Stream<JsonNode> valid() {
        return Vectors.json("gpp-vectors.json").get("valid").valueStream();
    }

    static Stream<JsonNode> invalid() {
        return Vectors.json("gpp-vectors.json").get("invalid").valueStream();
    }

    private static GppConsent usable(String text) {
        Reading<GppConsent> reading = GppString.read(text);
        assertThat(reading).as(text).isInstanceOf(Usable.class);
        return ((Usable<GppConsent>) reading).signal();
    }

    @ParameterizedTest
    @MethodSource("valid")
    @DisplayName("GPP String Structure, Header: SectionIDs; TCF EU v2 section")
    void theHeaderNamesTheSectionsAndTheEuropeanOneIsATcString(JsonNode vector) {
        GppConsent consent = usable(vector.get("gpp").asText());
        JsonNode expected = vector.get("expect");

        assertThat(consent.sections()).hasToString(spaced(expected.get("sections")));
        if (expected.has("tcfeuv2")) {
            TcfConsent tcf = consent.details().tcf().orElseThrow();
            assertThat(tcf.origin().platform().id())
                    .isEqualTo(expected.at("/tcfeuv2/cmpId").asInt());
            assertThat(tcf.origin().platform().vendorList())
                    .isEqualTo(expected.at("/tcfeuv2/gvl").asInt());
            assertThat(tcf.origin().policy())
                    .isEqualTo(expected.at("/tcfeuv2/policy").asInt());
            assertThat(tcf.choices().purposes()).hasToString(spaced(expected.at("/tcfeuv2/purposes")));
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    @DisplayName("US National, US California, US Privacy: opt-outs, known child, GPC sub-section")
    void theSectionsOfTheUnitedStatesAreReadFieldByField(JsonNode vector) {
        GppConsent consent = usable(vector.get("gpp").asText());
        JsonNode expected = vector.get("expect");

        OPT_OUTS.forEach((name, field) -> {
            if (expected.path(name).isNumber()) {
                assertThat(consent.optOuts().entrySet())
                        .filteredOn(entry -> entry.getKey().endsWith("." + field))
                        .extracting(entry -> entry.getValue().number())
                        .containsExactly(expected.get(name).asInt());
            }
        });
        if (expected.path("saleOptOut").isBoolean()) {
            assertThat(consent.optOuts().get("uspv1.OptOutSale") == OptOut.OPTED_OUT)
                    .isEqualTo(expected.get("saleOptOut").asBoolean());
            assertThat(consent.details().usPrivacy())
                    .contains(expected.get("usp").asText());
        }
        if (expected.has("knownChild")) {
            assertThat(consent.children().known().values())
                    .singleElement()
                    .hasToString(spaced(expected.get("knownChild")));
        }
        if (expected.has("personalDataConsents")) {
            assertThat(consent.details().personalDataConsents())
                    .contains(expected.get("personalDataConsents").asInt());
        }
        assertThat(consent.gpc()).isEqualTo(expected.path("gpc").asBoolean(false));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    @DisplayName("GPP String Structure: header, section encoding, Fibonacci ranges")
    void whatCanNotBeReadIsUnusable(JsonNode vector) {
        assertThat(GppString.read(vector.get("gpp").asText())).isInstanceOf(Unusable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "~",
                "DBAA~1YNN",
                "DBABTA",
                "DBABTA~1YNN~1YNN",
                "DBABTA~1YQN",
                "DBABMA~COtybn4PA_zT4KjACBENAPCIAEBAAECAAIAAAAAAAAAA."
            })
    void sectionsThatAreMissingOrTooManyOrBrokenMakeAStringUnusable(String text) {
        assertThat(GppString.read(text)).isInstanceOf(Unusable.class);
    }

    @Test
    void eightThousandCharactersAreRead_andNotOneMore() {
        assertThat(GppString.read("D".repeat(8193))).isEqualTo(new Unusable<GppConsent>("longer than 8192 characters"));
    }

    @Test
    @DisplayName("US National, GPC sub-section: the signal holds whatever the fields say")
    void anEmbeddedPrivacyControlOptsOutOfWhateverIsAsked() {
        GppConsent consent = usable("DBABLA~BVQqAAAAAABA.YA");

        assertThat(consent.signal(List.of("*.SaleOptOut"))).isEqualTo(GppSignal.OPTED_OUT);
        assertThat(consent.signal(List.of())).isEqualTo(GppSignal.ABSENT);
    }

    @Test
    @DisplayName("US National: SaleOptOut 0 not applicable, 1 opted out, 2 did not opt out")
    void oneFieldThatOptsOutIsEnough() {
        List<String> sale = List.of("usnat.SaleOptOut", "usnat.SharingOptOut", "uspv1.OptOutSale");

        assertThat(usable("DBABLA~BVQqAAAAAABA.QA").signal(sale)).isEqualTo(GppSignal.NOT_OPTED_OUT);
        assertThat(usable("DBABLA~BVVVkkkkkpFY.YA").signal(sale)).isEqualTo(GppSignal.OPTED_OUT);
        assertThat(usable("DBABLA~BAAAAAAAAABA.QA").signal(sale)).isEqualTo(GppSignal.ABSENT);
        assertThat(usable("DBABTA~1YYN").signal(sale)).isEqualTo(GppSignal.OPTED_OUT);
        assertThat(usable("DBABTA~1YYN").signal(List.of("*.SaleOptOut"))).isEqualTo(GppSignal.ABSENT);
    }

    @Test
    @DisplayName("US National, US California: KnownChildSensitiveDataConsents")
    void aKnownChildIsAChildAndNobodyIsMadeOlder() {
        assertThat(usable("DBABLA~BVVVkkkkkpFY.YA").children().ageBand()).contains(AgeBand.CHILD);
        assertThat(usable("DBABBg~BVWSSSVY.YA").children().ageBand()).contains(AgeBand.CHILD);
        assertThat(usable("DBABBg~BUUAAABA.YA").children().ageBand()).isEqualTo(Optional.empty());
    }

    private static String spaced(JsonNode array) {
        return array.toString().replace(",", ", ");
    }
}
