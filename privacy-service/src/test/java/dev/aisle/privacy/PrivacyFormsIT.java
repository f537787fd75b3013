package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.testing.ConsoleForms;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every form of a privacy officer. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class PrivacyFormsIT {
    private static final String PRIVACY = "/console/privacy";

    @Test
    void everyFormTakesAnythingAndLosesNothing() {
        ConsoleSession officer = ConsoleSession.as("privacy-officer");
        officer.get(PRIVACY);
        String pseudonym = Calls.grant("customer_id:" + UUID.randomUUID());
        HttpResponse<String> access = request(officer, "access");
        HttpResponse<String> preview = request(officer, "erasure");

        new ConsoleForms(officer)
                .on(
                        PRIVACY,
                        PRIVACY + "/consents",
                        PRIVACY + "/people",
                        PRIVACY + "/people/" + pseudonym,
                        PRIVACY + "/requests/new",
                        access.uri().getPath(),
                        PRIVACY + "/holds",
                        PRIVACY + "/notices/new",
                        PRIVACY + "/audit",
                        PRIVACY + "/audit/checks",
                        PRIVACY + "/breach")
                .shownIn("the preview of an erasure", preview.body())
                // Shown for a request that waits for a code, for a hold, an archive that is ready, beneath a breach
                // report.
                .coverTemplates(
                        "{request.path}/verification",
                        "{request.path}/archive",
                        PRIVACY + "/holds/{hold.pseudonym}/lifting",
                        PRIVACY + "/breach/people.csv");
    }

    private static HttpResponse<String> request(ConsoleSession officer, String kind) {
        HttpResponse<String> page = officer.post(
                PRIVACY + "/requests/new",
                Map.of(
                        "key",
                        UUID.randomUUID().toString(),
                        "type",
                        "customer_id",
                        "person",
                        UUID.randomUUID().toString(),
                        "kind",
                        kind,
                        "regulation",
                        "gdpr",
                        "verification",
                        "caller",
                        "undoDays",
                        kind.equals("erasure") ? "0" : "7",
                        "began",
                        Instant.now().toString()));
        assertThat(page.statusCode()).isEqualTo(200);
        return page;
    }
}
