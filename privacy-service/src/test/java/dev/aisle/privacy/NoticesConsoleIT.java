package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Notices and breach reports in the console. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class NoticesConsoleIT {
    private static final String NEW = "/console/privacy/notices/new";
    private static final String BREACH = "/console/privacy/breach";

    private static ConsoleSession officer() {
        ConsoleSession officer = ConsoleSession.as("privacy-officer");
        officer.get(NEW);
        return officer;
    }

    private static Map<String, String> notice(String version, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "version", version, "language", "en", "url", "https://shop.example/privacy", "validFor", "P12M"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    @Test
    void nothingIsPublishedBeforeTheDryRunIsAgreedTo() {
        ConsoleSession officer = officer();
        String first = "c-" + UUID.randomUUID();
        String second = "c-" + UUID.randomUUID();
        HttpResponse<String> dry = officer.post(NEW, notice(first));
        assertThat(dry.statusCode()).isEqualTo(200);
        assertThat(dry.body()).contains("It replaces no notice", "can’t be changed");
        assertThat(officer.get("/console/privacy/notices").body()).doesNotContain(first);

        HttpResponse<String> done = officer.post(NEW, notice(first, "sure", "true"));
        assertThat(done.body())
                .contains("The notice is published.", first, "In use")
                .doesNotContain("privacy_");

        Map<String, String> replacing = notice(second, "older_" + first, "true", "purpose_marketing_email", "true");
        HttpResponse<String> ends = officer.post(NEW, replacing);
        assertThat(ends.body()).contains("Marketing by e-mail", "few or nobody").doesNotContain("privacy_");
        ConsolePages.fit("a dry run", ends, "en");
        replacing.put("sure", "true");
        assertThat(officer.post(NEW, replacing).body()).contains("by " + second);
    }

    @Test
    void whatIsWrongWithANoticeStandsAtItsField() {
        ConsoleSession officer = officer();
        HttpResponse<String> page = officer.post(
                NEW,
                Map.of("version", "<b>", "language", "english", "url", "ftp://shop.example", "validFor", "a year"));

        assertThat(page.statusCode()).isEqualTo(422);
        ConsolePages.fit("wrong", page, "en");
        assertThat(page.body())
                .contains("Two small letters", "Expected an https address", "Expected a period", "&lt;b&gt;");
    }

    @Test
    void aVersionThatIsTakenIsNotPublishedAgain() {
        ConsoleSession officer = officer();
        String version = "c-" + UUID.randomUUID();
        officer.post(NEW, notice(version, "sure", "true"));

        HttpResponse<String> same = officer.post(NEW, notice(version, "sure", "true"));
        HttpResponse<String> other = officer.post(NEW, notice(version, "sure", "true", "validFor", "P6M"));

        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("published with another text");
    }

    @Test
    void aBreachReportSaysWhomToTellByWhen() {
        String pseudonym = Calls.grant(Calls.newCustomer());
        ConsoleSession officer = officer();
        Map<String, String> asked = Map.of(
                "what", "service", "service", "profile-service", "from", "2026-01-01T00:00", "to", "2099-01-01T00:00");

        HttpResponse<String> page = officer.post(BREACH, asked);
        HttpResponse<String> file = officer.post(BREACH + "/people.csv", asked);
        HttpResponse<String> wrong = officer.post(
                BREACH, Map.of("what", "master_key", "key", "<b>", "from", "2026-01-01T00:00", "to", "soon"));

        assertThat(page.statusCode()).isEqualTo(200);
        ConsolePages.fit("a report", page, "en");
        assertThat(page.body())
                .contains("Tell the authority by", "Personal recommendations")
                .doesNotContain(pseudonym);
        assertThat(file.body()).startsWith("pseudonym,purposes").contains(pseudonym);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Expected the id of a key");
    }
}
