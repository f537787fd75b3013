package dev.aisle.campaign.experiments.console;

import dev.aisle.campaign.experiments.analysis.ReadLooks;
import dev.aisle.campaign.experiments.domain.Life;
import dev.aisle.campaign.experiments.domain.Life.State;
import dev.aisle.campaign.experiments.judging.Look;
import dev.aisle.campaign.experiments.usecase.ReadExperiments;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The list of experiments: what runs and what to do with it, and what was learnt by those that are over. */
@Path("/console/experiments")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class ExperimentsConsole {
    private static final int A_PAGE = 50;

    private final Console console;
    private final ReadExperiments readExperiments;
    private final ReadLooks readLooks;

    ExperimentsConsole(Console console, ReadExperiments readExperiments, ReadLooks readLooks) {
        this.console = console;
        this.readExperiments = readExperiments;
        this.readLooks = readLooks;
    }

    /** A state that experiments can be looked at by, and how many are in it. */
    record Tab(String state, long experiments, boolean current) {}

    /**
     * An experiment in the list.
     *
     * @param look how it stood when it was last looked at; null as long as it wasn't, and of all that don't run
     */
    record Row(
            String id,
            String name,
            String hypothesis,
            String flag,
            String state,
            Instant madeAt,
            @Nullable Look look,
            @Nullable String learnt,
            @Nullable String kept) {
        static Row of(Life life, Map<String, Look> looks) {
            return new Row(
                    life.id(),
                    life.said("name"),
                    life.said("hypothesis"),
                    life.said("flag"),
                    life.state().code(),
                    life.madeAt(),
                    looks.get(life.id()),
                    life.learnt(),
                    life.kept());
        }

        boolean contains(String words) {
            return id.contains(words)
                    || flag.contains(words)
                    || name.toLowerCase(Locale.ROOT).contains(words)
                    || hypothesis.toLowerCase(Locale.ROOT).contains(words)
                    || (learnt != null && learnt.toLowerCase(Locale.ROOT).contains(words));
        }
    }

    /**
     * The list as the page shows it.
     *
     * @param state the chosen one; empty for all
     * @param words what names, hypotheses, flags or what was learnt must contain
     * @param page the first one is 1
     */
    record Shown(String state, String words, long all, List<Tab> tabs, List<Row> rows, int page, long found) {
        /** The address of another page; null where there is none. */
        public @Nullable String previous() {
            return page > 1 ? address(page - 1) : null;
        }

        public @Nullable String next() {
            return (long) page * A_PAGE < found ? address(page + 1) : null;
        }

        private String address(int to) {
            return "?state=" + state + "&q=" + ExperimentWords.inAddress(words) + "&page=" + to;
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Shown shown);
    }

    @GET
    public Response list(
            @RestQuery @Nullable String state,
            @RestQuery("q") @Nullable String words,
            @RestQuery @Nullable Integer page) {
        List<String> states = Arrays.stream(State.values()).map(State::code).toList();
        String chosen = state != null && states.contains(state) ? state : "";
        String wanted = words == null ? "" : words.strip();
        Map<String, Look> looks = readLooks.latest();
        List<Row> all = readExperiments.all().stream()
                .map(life -> Row.of(life, looks))
                .filter(row -> row.contains(wanted.toLowerCase(Locale.ROOT)))
                .toList();
        List<Tab> tabs = states.stream()
                .map(one -> new Tab(
                        one, all.stream().filter(row -> row.state().equals(one)).count(), one.equals(chosen)))
                .toList();
        List<Row> rows = all.stream()
                .filter(row -> chosen.isEmpty() || row.state().equals(chosen))
                .toList();
        int from = page == null ? 1 : Math.clamp(page, 1, 1 + rows.size() / A_PAGE);
        Shown shown = new Shown(
                chosen,
                wanted,
                all.size(),
                tabs,
                rows.stream().skip((from - 1L) * A_PAGE).limit(A_PAGE).toList(),
                from,
                rows.size());
        return console.page("experiments_title", Templates.list(shown));
    }
}
