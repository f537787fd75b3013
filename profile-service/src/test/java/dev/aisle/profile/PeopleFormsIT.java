package dev.aisle.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.testing.ConsoleForms;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every form of the pages of people. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class PeopleFormsIT {
    private static final String PEOPLE = "/console/people";

    @Test
    void everyFormTakesAnythingAndLosesNothing() {
        ConsoleSession somebody = ConsoleSession.as("marketer", "analyst");
        somebody.get(PEOPLE);
        String edited = made(somebody);
        String archived = made(somebody);
        somebody.post(archived + "/archive", Map.of("version", "1"));

        new ConsoleForms(somebody)
                .on(PEOPLE + "/segments/new", edited, edited + "/edit", archived, PEOPLE + "/actions", PEOPLE + "/jobs")
                // Shown while a job runs; nothing is typed into it.
                .coverTemplates(PEOPLE + "/jobs/{row.id}/cancel");
    }

    private static String made(ConsoleSession somebody) {
        HttpResponse<String> page = somebody.post(
                PEOPLE + "/segments/new",
                Map.of("action", "save", "name", "Forms " + UUID.randomUUID(), "text", "did(search)", "base", ""));
        assertThat(page.statusCode()).isEqualTo(200);
        return page.uri().getPath();
    }
}
