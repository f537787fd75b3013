package dev.aisle.privacy.rights.opendsr.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.privacy.rights.opendsr.reading.OpenDsrReading.Refused;
import dev.aisle.privacy.rights.opendsr.reading.OpenDsrReading.Understood;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vectors leave open; clauses of the OpenDSR specification in the names. */
class OpenDsrReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
    private static final String GOOD = """
        {"regulation":"gdpr","subject_request_id":"a7551968-d5d6-44b2-9831-815ac9017798",
        "subject_request_type":"erasure","submitted_time":"2018-10-02T15:00:00Z",
        "subject_identities":[{"identity_type":"email","identity_value":"johndoe@example.com","identity_format":"raw"}]}
        """;

    @Test
    void clause711ARegulationMayBeMissingOnlyBeforeVersion2() {
        String without = GOOD.replace("\"regulation\":\"gdpr\",", "");

        assertThat(refused(without)).isEqualTo("regulation");
        assertThat(read(without.replace("{\"subject", "{\"api_version\":\"1.0\",\"subject"), false))
                .isInstanceOf(Understood.class);
        assertThat(read(without, true)).isInstanceOf(Understood.class);
    }

    @Test
    void clause53HashesAreTakenAndLeadToNobody() {
        String hashed = GOOD.replace("johndoe@example.com", "5".repeat(64)).replace("\"raw\"", "\"sha256\"");

        Understood understood = (Understood) read(hashed, false);
        assertThat(understood.request().subjects()).isEmpty();
        assertThat(understood.request().unmatchable()).isEqualTo(1);
        assertThat(refused(hashed.replace("5".repeat(64), "short"))).isEqualTo("subject_identities.identity_value");
    }

    @Test
    void clause712ExtensionsAloneNameNobody() {
        String only = GOOD.replaceAll("(?s)\"subject_identities\".*", "\"extensions\":{\"other.example\":{\"k\":1}}}");

        assertThat(refused(only)).isEqualTo("subject_identities");
    }

    @Test
    void clause85AtMostTenCallbacksAndEachAWholeAddress() {
        assertThat(refused(with("\"status_callback_urls\":\"https://a.example/\"")))
                .isEqualTo("status_callback_urls");
        assertThat(refused(with("\"status_callback_urls\":[1]"))).isEqualTo("status_callback_urls");
        assertThat(refused(with("\"status_callback_urls\":[" + "\"https://a.example/\",".repeat(10)
                        + "\"https://b.example/\"]")))
                .isEqualTo("status_callback_urls");
        assertThat(read(with("\"status_callback_urls\":[]"), false)).isInstanceOf(Understood.class);
    }

    @Test
    void clause76NothingOfTheBodyIsRepeated() {
        Refused refused = (Refused) read(GOOD.replace("johndoe@example.com", "no address of alice liddell"), false);

        assertThat(refused.message()).doesNotContain("liddell");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "1",
                "\"text\"",
                "{",
                "{}",
                "{\"a\":1}x",
                "{\"regulation\":\"gdpr\",\"regulation\":\"ccpa\"}",
                "{\"regulation\":NaN}",
                "\u0000",
                "{\"regulation\":{\"$ref\":\"x\"}}",
                "{\"subject_identities\":[null]}",
                "{\"subject_identities\":[[[[[]]]]]}"
            })
    void aBodyThatIsNoRequestIsRefused(String body) {
        assertThat(read(body, false)).isInstanceOf(Refused.class);
    }

    @Test
    void aBodyOfAThousandLevelsIsRefused() {
        assertThat(read("{\"extensions\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}", false))
                .isInstanceOf(Refused.class);
    }

    private static String with(String field) {
        return GOOD.replaceFirst("\\{", "{" + java.util.regex.Matcher.quoteReplacement(field) + ",");
    }

    private static String refused(String body) {
        return ((Refused) read(body, false)).field();
    }

    private static OpenDsrReading read(String body, boolean firstVersion) {
        return OpenDsrReader.read(body.getBytes(StandardCharsets.UTF_8), firstVersion, NOW);
    }
}
