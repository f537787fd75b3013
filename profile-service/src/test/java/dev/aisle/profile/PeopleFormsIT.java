package dev.aisle.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.testing.ConsoleForms;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every form of the pages of people. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class PeopleFormsIT {
    private static final String PEOPLE = "/console/people";
    private static final Pattern SEGMENT = Pattern.compile("href=\"(" + PEOPLE + "/segments/[a-z0-9-]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    @Test
    void everyFormTakesAnythingAndLosesNothing() {
        ConsoleSession somebody = ConsoleSession.as("marketer", "analyst");
        somebody.get(PEOPLE);
        Set<String> before = segments(somebody);
        String edited = made(somebody);
        String archived = made(somebody);
        somebody.post(archived + "/archive", Map.of("version", "1"));

        new ConsoleForms(somebody)
                .on(PEOPLE + "/segments/new", edited, edited + "/edit", archived, PEOPLE + "/actions", PEOPLE + "/jobs")
                // Shown while a job runs; nothing is typed into it.
                .coverTemplates(PEOPLE + "/jobs/{row.id}/cancel");

        Set<String> made = segments(somebody);
        made.removeAll(before);
        assertThat(made).isNotEmpty();
        made.forEach(segment -> archive(somebody, segment));
        assertThat(segments(somebody)).isEqualTo(before);
    }

    private static Set<String> segments(ConsoleSession somebody) {
        return SEGMENT.matcher(somebody.get(PEOPLE).body())
                .results()
                .map(segment -> segment.group(1))
                .filter(segment -> !segment.endsWith("/new"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** People who were in it would still be, in the tests of other classes. */
    private static void archive(ConsoleSession somebody, String segment) {
        String version = VERSION.matcher(somebody.get(segment).body())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(somebody.post(segment + "/archive", Map.of("version", version))
                        .statusCode())
                .isEqualTo(200);
    }

    private static String made(ConsoleSession somebody) {
        HttpResponse<String> page = somebody.post(
                PEOPLE + "/segments/new",
                Map.of("action", "save", "name", "Forms " + UUID.randomUUID(), "text", "did(search)", "base", ""));
        assertThat(page.statusCode()).isEqualTo(200);
        return page.uri().getPath();
    }
}
