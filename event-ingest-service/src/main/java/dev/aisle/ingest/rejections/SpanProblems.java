package dev.aisle.ingest.rejections;

import dev.aisle.platform.problem.Problems;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A text that is no moment, as an answer. */
final class SpanProblems {
    @ServerExceptionMapper
    Response map(Spans.NoMoment e) {
        return Problems.invalidField(e.field(), Spans.EXPECTED);
    }
}
