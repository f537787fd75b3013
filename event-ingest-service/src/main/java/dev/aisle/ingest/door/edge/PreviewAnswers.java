package dev.aisle.ingest.door.edge;

import dev.aisle.ingest.door.usecase.Preview;
import dev.aisle.ingest.door.usecase.Verdict;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The answer to {@code ?validate=true}. No pseudonym is in it, and nobody's suppression or erasure shows. */
final class PreviewAnswers {
    private PreviewAnswers() {}

    /** @param valid whether no item is rejected */
    record PreviewView(boolean valid, String summary, int accepted, int dropped, int rejected, List<ItemView> items) {}

    static Response of(Preview preview) {
        return switch (preview) {
            case Preview.TurnedAway away -> Failures.of(away.refusal());
            case Preview.Seen seen ->
                Response.ok(view(seen.verdicts()), MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
        };
    }

    private static PreviewView view(List<Verdict> verdicts) {
        int accepted = count(verdicts, Verdict.Accepted.class);
        int dropped = count(verdicts, Verdict.Dropped.class);
        int rejected = count(verdicts, Verdict.Rejected.class);
        String summary =
                "Of %d %s, %d would be stored, %d dropped for lack of consent and %d rejected. Nothing was stored."
                        .formatted(
                                verdicts.size(),
                                verdicts.size() == 1 ? "event" : "events",
                                accepted,
                                dropped,
                                rejected);
        return new PreviewView(
                rejected == 0,
                summary,
                accepted,
                dropped,
                rejected,
                verdicts.stream().map(ItemView::of).toList());
    }

    private static int count(List<Verdict> verdicts, Class<? extends Verdict> kind) {
        return (int) verdicts.stream().filter(kind::isInstance).count();
    }
}
