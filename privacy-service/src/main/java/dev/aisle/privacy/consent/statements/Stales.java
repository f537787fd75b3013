package dev.aisle.privacy.consent.statements;

import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import jakarta.ws.rs.core.Response;

/** The answer to a change of a version that isn't the current one. */
public final class Stales {
    private Stales() {}

    public static Response answer(long version) {
        String detail = "The consent is at version \"v" + version + "\". Read it, and send that as If-Match.";
        return Problems.answer(Problem.of("stale-version", 412, detail));
    }
}
