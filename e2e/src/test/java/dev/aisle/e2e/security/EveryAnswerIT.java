package dev.aisle.e2e.security;

import dev.aisle.e2e.console.ConsoleStack;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for every answer of every service: its headers, and how large a body may be. */
class EveryAnswerIT {
    private static final PortPlan PORTS = new PortPlan(ConsoleStack.BASE_PORT);

    private final WrongAnswers wrong = new WrongAnswers();

    @BeforeAll
    static void start() {
        ConsoleStack.startServices();
    }

    @Test
    void everyAnswerHasItsHeadersErrorsToo() {
        for (Part part : Routes.SERVICES) {
            for (String path : List.of("/q/health/ready", "/no-such-path", "/v1/subjects/none/export", "/console")) {
                HttpResponse<String> answer = Routes.get(part, path, null);
                Map<String, String> expected = Map.of(
                        "X-Content-Type-Options", "nosniff",
                        "Referrer-Policy", "no-referrer",
                        "Cache-Control", "no-store");
                expected.forEach((name, value) -> {
                    if (!answer.headers().firstValue(name).orElse("none").contains(value)) {
                        wrong.add(part.label() + " " + path + " " + answer.statusCode() + ": " + name + " is "
                                + answer.headers().firstValue(name).orElse("missing"));
                    }
                });
                if (answer.headers().firstValue("Content-Security-Policy").isEmpty()) {
                    wrong.add(part.label() + " " + path + ": no Content-Security-Policy");
                }
            }
        }

        wrong.none();
    }

    @Test
    void aBodyThatIsAnnouncedTooLargeIsRefusedEverywhereBeforeItIsRead() {
        for (Route route : Routes.all()) {
            if (Routes.WRITES.contains(route.method()) && !route.isPage()) {
                int status =
                        Announcement.of(PORTS, route.part(), route.method(), Routes.filled(route.path()), 64L << 20);
                if (status != 413) {
                    wrong.add(route.line() + " with 64 MB announced: " + status);
                }
            }
        }

        wrong.none();
    }
}
