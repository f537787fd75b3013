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
    @DisplayName("Publisher TC: the publisher's own consents and legitimate interests")
    void thePublishersSegmentIsRead() {
        String string = Vectors.json("tcf-vectors.json").at("/valid/0/tc").asText();

        assertThat(usable(string).publisher()).isEmpty();
        assertThat(usable(string + ".f___4AAAAAAA").publisher().orElseThrow().purposes())
                .hasSize(24);
        assertThat(usable(string + ".YAAAAAAAAA").publisher())
                .contains(new TcfConsent.PublisherChoices(Set.of(), Set.of()));
    }

    @Test
    @DisplayName("PublisherRestrictions: a string that is cut off isn't one without restrictions")
    void aStringThatIsCutOffAnywhereIsUnusable() {
        String core = "CQtAQoAQtAQoAAAAAAENAACAAP___wAAAAAAF5wAgADgLzAAAAEEABAAHAXmHAAgAHAA";
        String disclosed = ".IF5wAgADgLzA";
        assertThat(usable(core + disclosed).restrictions()).hasSize(2);

        for (int length = core.length() - 3; length > 0; length--) {
            assertThat(reason(core.substring(0, length) + disclosed)).isNotBlank();
        }
        assertThat(reason(core + ".IF5wAgADgL")).isNotBlank();
        assertThat(reason(core + disclosed + ".YAAA")).isNotBlank();
    }

    @Test
    @DisplayName("Vendor Consent Section: ranges")
    void rangesThatRepeatThemselvesAreRefusedBeforeTheyAreWrittenOut() {
        String valid = Vectors.json("tcf-vectors.json").at("/valid/0/tc").asText();
        String ranges = "1" + "010110000000" + ("1" + "0000000000000001" + "1".repeat(16)).repeat(1_408);
        // 213 bits come before the vendors, 216 are in 36 letters.
        String consented = "CQtAQoAQtAQoAAAAAAENAACAAP___wAAAAAA" + letters("1".repeat(13) + ranges);
        String disclosed = valid.substring(0, valid.indexOf('.') + 1) + letters("001" + "1".repeat(16) + ranges);

        for (String endless : List.of(consented, disclosed)) {
            assertThat(endless).hasSizeLessThan(8192);
            assertThat(reason(endless)).isEqualTo("bits that are no TC string");
        }
    }

    /** Base64url of bits. */
    private static String letters(String bits) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < bits.length(); i += 6) {
            String letter = (bits.substring(i, Math.min(bits.length(), i + 6)) + "00000").substring(0, 6);
            letters.append(alphabet.charAt(Integer.parseInt(letter, 2)));
        }
        return letters.toString();
    }

    @Test
    @DisplayName("Padding, which some platforms write")
    void paddingIsPassedOver() {
        String string = Vectors.json("tcf-vectors.json").at("/valid/0/tc").asText();

        assertThat(usable(string.replace(".", "=.") + "==")).isEqualTo(usable(string));
        assertThat(reason("=" + string)).isNotBlank();
        assertThat(reason(string + "===")).isNotBlank();
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
