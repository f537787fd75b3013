package dev.aisle.algorithms.privacy.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import dev.aisle.algorithms.privacy.signals.Reading.Unusable;
import dev.aisle.algorithms.privacy.signals.Reading.Usable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** TCF 2.3, "Consent string and vendor list formats v2". */
class TcfStringTest {
    static Stream<JsonNode> valid() {
        return Vectors.json("tcf-vectors.json").get("valid").valueStream();
    }

    static Stream<JsonNode> invalid() {
        return Vectors.json("tcf-vectors.json").get("invalid").valueStream();
    }

    private static TcfConsent usable(String text) {
        Reading<TcfConsent> reading = TcfString.read(text);
        assertThat(reading).isInstanceOf(Usable.class);
        return ((Usable<TcfConsent>) reading).signal();
    }

    private static String reason(String text) {
        Reading<TcfConsent> reading = TcfString.read(text);
        assertThat(reading).as(text).isInstanceOf(Unusable.class);
        return ((Unusable<TcfConsent>) reading).reason();
    }

    @ParameterizedTest
    @MethodSource("valid")
    @DisplayName("The Core String: origin of the string")
    void whoMadeAStringIsReadAsTheTableOfTheCoreStringSays(JsonNode vector) {
        TcfOrigin origin = usable(vector.get("tc").asText()).origin();
        JsonNode expected = vector.get("expect");

        assertThat(origin)
                .isEqualTo(new TcfOrigin(
                        expected.get("version").asInt(),
                        Instant.parse(expected.get("created").asText()),
                        Instant.parse(expected.get("lastUpdated").asText()),
                        new TcfOrigin.Platform(
                                expected.get("cmpId").asInt(),
                                expected.get("cmpVersion").asInt(),
                                expected.get("consentScreen").asInt(),
                                expected.get("lang").asText(),
                                expected.get("gvl").asInt()),
                        expected.get("policy").asInt(),
                        new TcfOrigin.Publisher(
                                expected.get("serviceSpecific").asBoolean(),
                                expected.get("nonStandard").asBoolean(),
                                expected.get("purposeOneTreatment").asBoolean(),
                                expected.get("cc").asText())));
    }

    @ParameterizedTest
    @MethodSource("valid")
    @DisplayName("The Core String, Disclosed Vendors: what was chosen")
    void whatWasChosenIsReadAsTheTablesOfTheSegmentsSay(JsonNode vector) {
        TcfConsent consent = usable(vector.get("tc").asText());
        JsonNode expected = vector.get("expect");

        assertThat(consent.choices())
                .isEqualTo(new TcfConsent.Choices(
                        numbers(expected.get("purposes")),
                        numbers(expected.get("purposesLI")),
                        numbers(expected.get("specialFeatures")),
                        numbers(expected.get("vendors")),
                        numbers(expected.get("vendorsLI"))));
        assertThat(consent.restrictions())
                .hasSize(expected.get("publisherRestrictions").size());
        assertThat(consent.disclosedVendors().isPresent())
                .isEqualTo(!expected.get("disclosed").isNull());
        consent.disclosedVendors()
                .ifPresent(vendors -> assertThat(vendors).isEqualTo(numbers(expected.get("disclosed"))));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    @DisplayName("TC String Format: Version, segments parted by a dot, base64url without padding")
    void whatIsNoStringOfVersionTwoIsUnusable(JsonNode vector) {
        assertThat(reason(vector.get("tc").asText())).isNotBlank();
    }

    @Test
    @DisplayName("The Core String: Version")
    void theOtherVersionsAreNamed() {
        assertThat(reason("BOEFEAyOEFEAyAHABDENAI4AAAB9vABAASA")).startsWith("version 1");
        assertThat(reason("DQ==")).startsWith("version 3");
    }

    @Test
    @DisplayName("Disclosed Vendors: mandatory from TCF 2.3 on")
    void aStringOfThePolicyOfTcf23WithoutDisclosedVendorsIsUnusable() {
        String withThem = Vectors.json("tcf-vectors.json").at("/valid/0/tc").asText();

        assertThat(usable(withThem).origin().policy()).isEqualTo(5);
        assertThat(reason(withThem.substring(0, withThem.indexOf('.')))).contains("disclosed vendors");
    }

    @Test
    @DisplayName("TC String Format: each segment at most once")
    void aSegmentThatIsThereTwiceOrOfAnUnknownTypeIsUnusable() {
        String string = Vectors.json("tcf-vectors.json").at("/valid/0/tc").asText();
        String disclosed = string.substring(string.indexOf('.'));

        assertThat(reason(string + disclosed)).contains("twice");
        assertThat(reason(string + ".gAAA")).contains("unknown");
        assertThat(reason(string + ".AAAA")).contains("unknown");
    }

    @Test
    void eightThousandCharactersAreRead_andNotOneMore() {
        assertThat(reason("C".repeat(8193))).contains("8192");
        assertThat(reason("C".repeat(8192))).doesNotContain("8192");
        assertThat(reason("")).isNotBlank();
    }

    private static Set<Integer> numbers(JsonNode array) {
        List<Integer> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.asInt()));
        return Set.copyOf(numbers);
    }
}
