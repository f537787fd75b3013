package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit log in the console: searched, proved and verified with one button. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class AuditConsoleIT {
    private static final String AUDIT = "/console/privacy/audit";

    private static HttpResponse<String> ended(ConsoleSession session, HttpResponse<String> begun) {
        String address = begun.uri().getPath();
        return await().until(() -> session.get(address), page -> !page.body().contains("You can leave this page"));
    }

    @Test
    void oneButtonVerifiesTheWholeLogAndTellsTheRoot() {
        Calls.grant(Calls.newCustomer());
        AuditCalls.settledSize();
        ConsoleSession auditor = ConsoleSession.of("ada", "auditor");
        auditor.get(AUDIT);

        HttpResponse<String> begun = auditor.post(AUDIT + "/checks", Map.of());
        assertThat(begun.uri().getPath()).startsWith(AUDIT + "/checks/");
        HttpResponse<String> page = ended(auditor, begun);

        ConsolePages.fit("a verification", page, "en");
        assertThat(page.body())
                .contains("Every entry, hash and head is as it was signed.", "What was checked", "ada")
                .containsPattern("<code>[0-9a-f]{64}</code>")
                .doesNotContain("privacy_");
        assertThat(auditor.get("/console/privacy").body()).contains("Whole", "Last verified");
        assertThat(auditor.get(AUDIT + "/checks").body()).contains("ada");
    }

    @Test
    void aRootThatWasKeptIsComparedWith() {
        AuditCalls.settledSize();
        ConsoleSession auditor = ConsoleSession.as("auditor");
        auditor.get(AUDIT);

        HttpResponse<String> page =
                ended(auditor, auditor.post(AUDIT + "/checks", Map.of("size", "1", "root", "0".repeat(64))));
        HttpResponse<String> wrong = auditor.post(AUDIT + "/checks", Map.of("size", "x", "root", "<b>"));

        assertThat(page.body())
                .contains("Not as it was signed", "This isn’t the log of the root that was kept")
                .doesNotContain("privacy_");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Expected 64 hexadecimal digits", "value=\"&lt;b&gt;\"");
        // What stands last must be whole for the others.
        ended(auditor, auditor.post(AUDIT + "/checks", Map.of()));
    }

    @Test
    void whoLooksForAPersonIsFoundThereToo() {
        String pseudonym = Calls.grant(Calls.newCustomer());
        AuditCalls.about(pseudonym, 1);
        ConsoleSession auditor = ConsoleSession.of("ada", "auditor");

        HttpResponse<String> page = auditor.get(AUDIT + "?subject=" + pseudonym);

        assertThat(page.body())
                .contains("Consent recorded", pseudonym, "That you looked for this person is now an entry as well")
                .doesNotContain("/console/privacy/people/" + pseudonym);
        await().untilAsserted(() ->
                assertThat(AuditCalls.about(pseudonym, 2).toString()).contains("\"actor\":\"ada\"", "audit.searched"));
    }

    @Test
    void anEntryComesWithItsProof() {
        String pseudonym = Calls.grant(Calls.newCustomer());
        Object leaf = AuditCalls.about(pseudonym, 1).getFirst().get("leaf");
        ConsoleSession officer = ConsoleSession.as("privacy-officer");

        HttpResponse<String> page = await().until(
                        () -> officer.get(AUDIT + "/entries/" + leaf),
                        shown -> shown.body().contains("Download the proof"));

        ConsolePages.fit("an entry", page, "en");
        assertThat(page.body()).contains("consent.recorded", "/console/privacy/people/" + pseudonym);
        assertThat(officer.get(AUDIT + "/entries/" + leaf + "/proof").body()).contains("\"proof\"", "\"leafHash\"");
        assertThat(officer.get(AUDIT + "/entries/999999999").statusCode()).isEqualTo(404);
        assertThat(officer.get(AUDIT + "/entries/x").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subject=customer_id:7",
                "event=%3Cscript%3E",
                "actor=%00",
                "from=2026-13-41",
                "to=yesterday",
                "from=%E6%98%A8%E5%A4%A9"
            })
    void aWrongQuestionIsNamedAndKept(String query) {
        HttpResponse<String> page = ConsoleSession.as("auditor").get(AUDIT + "?" + query);

        assertThat(page.statusCode()).isEqualTo(422);
        ConsolePages.fit(query, page, "en");
        assertThat(page.body()).contains("aria-invalid=\"true\"").doesNotContain("<script>");
    }

    @Test
    void theNewestAreShownFirstAndTheOlderOnesFollow() {
        for (int i = 0; i < 51; i++) {
            Calls.say(Calls.newCustomer(), "analytics", "grant");
        }
        AuditCalls.settledSize();
        ConsoleSession auditor = ConsoleSession.as("auditor");

        String page = auditor.get(AUDIT + "?event=consent.recorded").body();

        assertThat(page).contains("rel=\"next\"");
        String older = page.replaceAll("(?s).*<a rel=\"next\" href=\"([^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(older).contains("event=consent.recorded&before=");
        assertThat(auditor.get(older).statusCode()).isEqualTo(200);
    }
}
