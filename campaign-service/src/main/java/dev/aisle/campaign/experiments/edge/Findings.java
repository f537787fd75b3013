package dev.aisle.campaign.experiments.edge;

import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** All that is wrong in what was written, each by its JSON pointer and with what to write instead. */
public final class Findings {
    private Findings() {}

    /** As an answer of this kind. */
    public static Response answer(String kind, List<Finding> findings) {
        Finding first = findings.getFirst();
        String more = findings.size() == 1 ? "" : " (and " + (findings.size() - 1) + " more)";
        return Problems.answer(Problem.of(
                kind,
                400,
                first.place() + ": " + first.message() + " " + first.fix() + more,
                findings.stream()
                        .map(one -> new FieldError(one.place(), one.message() + " " + one.fix()))
                        .toArray(FieldError[]::new)));
    }
}
