package dev.aisle.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Wrong answers, one a line, so that one run tells all of them. */
final class WrongAnswers {
    private static final int MOST_AGAIN = 3;
    private static final int UNAVAILABLE = 503;

    private final List<String> lines = new ArrayList<>();

    void add(String line) {
        lines.add(line);
    }

    void expect(Route route, String who, HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            add(route.line() + " by " + who + ": " + answer.statusCode());
        }
    }

    /** Expects that who may ask isn't turned away; a service that can't answer just now is asked again. */
    void expectLetIn(Route route, String who, Supplier<HttpResponse<String>> ask) {
        HttpResponse<String> answer = ask.get();
        for (int again = 0; again < MOST_AGAIN && answer.statusCode() == UNAVAILABLE; again++) {
            answer = ask.get();
        }
        if (List.of(401, 403).contains(answer.statusCode()) || answer.statusCode() >= 500) {
            add(route.line() + " as " + who + ": " + answer.statusCode());
        }
    }

    void none() {
        assertThat(lines).isEmpty();
    }
}
