package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Requests of persons as an officer works on them. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class RequestsConsoleIT {
    private static final String REQUESTS = "/console/privacy/requests";
    private static final String NEW = REQUESTS + "/new";
    private static final String HOLDS = "/console/privacy/holds";

    private static ConsoleSession officer() {
        ConsoleSession officer = ConsoleSession.as("privacy-officer");
        officer.get(REQUESTS);
        return officer;
    }

    private static Map<String, String> asked(String kind, String number, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "key",
                UUID.randomUUID().toString(),
                "type",
                "customer_id",
                "person",
                number,
                "kind",
                kind,
                "regulation",
                "gdpr",
                "verification",
                "caller",
                "undoDays",
                "7",
                "began",
                Instant.now().toString()));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private static String pathOf(HttpResponse<String> page) {
        return page.uri().getPath();
    }

    @Test
    void aFormThatIsSentTwiceIsOneRequest() {
        ConsoleSession officer = officer();
        String number = UUID.randomUUID().toString();
        Map<String, String> form = asked("access", number);

        HttpResponse<String> first = officer.post(NEW, form);
        HttpResponse<String> second = officer.post(NEW, form);

        assertThat(first.statusCode()).isEqualTo(200);
        ConsolePages.fit("a request", first, "en");
        assertThat(pathOf(second)).isEqualTo(pathOf(first));
        assertThat(first.body())
                .contains("The request is taken in.", "days left", "Take back")
                .doesNotContain(number, "privacy_");
    }

    @Test
    void anErasureShowsFirstWhatItWouldRemove() {
        ConsoleSession officer = officer();
        String number = UUID.randomUUID().toString();
        String pseudonym = Calls.grant("customer_id:" + number);
        Map<String, String> form = asked("erasure", number, "undoDays", "0");

        HttpResponse<String> preview = officer.post(NEW, form);
        assertThat(preview.statusCode()).isEqualTo(200);
        ConsolePages.fit("a preview", preview, "en");
        assertThat(preview.body()).contains("What this erasure would remove", "privacy-service", "profile-service");
        assertThat(Calls.read(pseudonym).extract().<String>path("decisions.personalization"))
                .isEqualTo("grant");

        form.put("sure", "true");
        HttpResponse<String> done = officer.post(NEW, form);
        assertThat(done.body())
                .contains("1 of 5 services have answered", "profile-service")
                .doesNotContain(pseudonym, number);
        assertThat(officer.get(pathOf(done) + "/receipts").body()).contains("\"signature\"");
    }

    @Test
    void whatIsWrongIsNamedAndNothingTypedIsLost() {
        ConsoleSession officer = officer();

        HttpResponse<String> objection = officer.post(NEW, asked("objection", "c-<b>7</b>"));
        HttpResponse<String> correction =
                officer.post(NEW, asked("rectification", "c-8", "correct_email", "<script>x</script>"));
        HttpResponse<String> nobody = officer.post(NEW, asked("access", "undefined"));

        assertThat(officer.htmx(NEW + "/check", asked("access", "undefined")).body())
                .contains("Expected a customer number");
        assertThat(officer.htmx(NEW + "/check", asked("access", "c-9")).body()).isBlank();
        assertThat(objection.statusCode()).isEqualTo(422);
        assertThat(objection.body()).contains("Choose at least one use.", "c-&lt;b&gt;7&lt;/b&gt;");
        assertThat(correction.statusCode()).isEqualTo(422);
        assertThat(correction.body()).doesNotContain("<script>x").contains("aria-invalid");
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body()).contains("Expected a customer number");
    }

    @Test
    void anOfficerTakesMoreTimeOnceAndSaysWhy() {
        ConsoleSession officer = officer();
        String request =
                pathOf(officer.post(NEW, asked("access", UUID.randomUUID().toString())));

        HttpResponse<String> without = officer.post(request + "/extension", Map.of("extendReason", "\t"));
        HttpResponse<String> with =
                officer.post(request + "/extension", Map.of("extendReason", "1,200 orders <i>since 2011</i>"));
        HttpResponse<String> again = officer.post(request + "/extension", Map.of("extendReason", "still more"));

        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(with.body()).contains("There is more time now.", "&lt;i&gt;since 2011&lt;/i&gt;");
        assertThat(again.statusCode()).isEqualTo(409);
        ConsolePages.fit("refused", again, "en");
    }

    @Test
    void aRequestThatHasNotBegunIsTakenBack() {
        ConsoleSession officer = officer();
        String request =
                pathOf(officer.post(NEW, asked("access", UUID.randomUUID().toString())));

        HttpResponse<String> taken = officer.post(request + "/cancellation", Map.of());

        assertThat(taken.body()).contains("The request was taken back.");
        assertThat(officer.post(request + "/cancellation", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(officer.get(REQUESTS + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(officer.get(REQUESTS + "/%00").statusCode()).isEqualTo(404);
    }

    @Test
    void aCodeIsToldOnceAndAnOfficerMayVouchInstead() {
        ConsoleSession officer = officer();
        Map<String, String> form =
                asked("restriction", UUID.randomUUID().toString(), "verification", "code", "undoDays", "0");

        HttpResponse<String> first = officer.post(NEW, form);
        HttpResponse<String> second = officer.post(NEW, form);
        assertThat(first.body()).contains("Give this code to the person");
        String request = pathOf(second);
        assertThat(second.body()).contains("Not verified").doesNotContain("Give this code");

        HttpResponse<String> vouched =
                officer.post(request + "/verification", Map.of("vouchReason", "passport seen at the counter"));
        assertThat(vouched.body()).contains("The identity is confirmed", "Lift the restriction");
        assertThat(officer.post(request + "/lifting", Map.of()).body()).contains("The restriction is lifted.");
        assertThat(officer.post(request + "/lifting", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void theAnswerToAnAccessIsFetchedOnce() {
        ConsoleSession officer = officer();
        String request =
                pathOf(officer.post(NEW, asked("portability", UUID.randomUUID().toString(), "undoDays", "0")));

        await().untilAsserted(() -> assertThat(officer.get(request).body())
                .contains("5 of 5 services have answered", "Download the archive"));
        HttpResponse<String> archive = officer.post(request + "/archive", Map.of());
        assertThat(archive.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(officer.post(request + "/archive", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void aHoldIsSetAndLifted() {
        ConsoleSession officer = officer();
        String pseudonym = Calls.grant(Calls.newCustomer());
        // Tomorrow may be today when the form is sent.
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();

        HttpResponse<String> wrong =
                officer.post(HOLDS, Map.of("subject", "customer_id:7", "reason", "", "until", "1999-01-01"));
        HttpResponse<String> set = officer.post(
                HOLDS, Map.of("subject", pseudonym, "reason", "court file 7 <b>O</b> 12/26", "until", day));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Expected a pseudonym", "Choose a day to come");
        assertThat(set.body()).contains("The hold is set.", pseudonym, "7 &lt;b&gt;O&lt;/b&gt; 12/26");
        HttpResponse<String> both =
                officer.post(HOLDS, Map.of("subject", pseudonym, "reason", "another file", "until", day));
        assertThat(both.statusCode()).isEqualTo(412);
        assertThat(both.body()).contains("another file", "7 &lt;b&gt;O&lt;/b&gt; 12/26", "Save mine over it");
        assertThat(officer.get("/console/privacy/people/" + pseudonym).body()).contains("A legal hold stands until");
        assertThat(officer.post(HOLDS + "/" + pseudonym + "/lifting", Map.of()).body())
                .contains("The hold is lifted.");
        assertThat(officer.post(HOLDS + "/" + pseudonym + "/lifting", Map.of()).statusCode())
                .isEqualTo(404);
    }
}
