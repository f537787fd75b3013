package dev.aisle.ingest.rejections.edge;

import dev.aisle.ingest.rejections.usecase.ListRejections;
import dev.aisle.ingest.rejections.usecase.ListRejections.Count;
import dev.aisle.ingest.rejections.usecase.ListRejections.Summary;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The operator's pages of what flows in: today what was refused, and why. */
@Path("/console/flow")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
public class FlowConsole {
    /** How far back the page looks, by the value in its address. */
    private static final Map<String, Duration> SPANS =
            Map.of("hour", Duration.ofHours(1), "day", Duration.ofDays(1), "week", Duration.ofDays(7));

    private static final String USUAL = "day";

    private final Console console;
    private final ListRejections listRejections;

    FlowConsole(Console console, ListRejections listRejections) {
        this.console = console;
        this.listRejections = listRejections;
    }

    /**
     * What the page shows.
     *
     * @param answered whether the broker answered
     * @param complete whether the whole span was read in time
     */
    record Refused(String span, boolean answered, boolean complete, List<Count> counts) {
        public long rejected() {
            return counts.stream().mapToLong(Count::rejected).sum();
        }

        public long replayable() {
            return counts.stream().mapToLong(Count::replayable).sum();
        }

        public long replayed() {
            return counts.stream().mapToLong(Count::replayed).sum();
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance refused(Refused refused);
    }

    @GET
    public Response refused(@RestQuery @Nullable String span) {
        String wanted = span != null && SPANS.containsKey(span) ? span : USUAL;
        Instant since = Instant.now().minus(SPANS.getOrDefault(wanted, Duration.ofDays(1)));
        Refused refused = listRejections
                .summary(since)
                .map(summary -> of(wanted, summary))
                .orElseGet(() -> new Refused(wanted, false, false, List.of()));
        return console.page("flow_title", Templates.refused(refused));
    }

    private static Refused of(String span, Summary summary) {
        return new Refused(span, true, summary.complete(), summary.counts());
    }
}
