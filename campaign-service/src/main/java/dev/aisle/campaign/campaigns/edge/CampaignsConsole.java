package dev.aisle.campaign.campaigns.edge;

import dev.aisle.campaign.campaigns.edge.CampaignViews.Row;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The marketer's list of campaigns. */
@Path("/console/campaigns")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class CampaignsConsole {
    private static final List<String> STATES = List.of("draft", "in_review", "running", "paused", "ended");

    private final Console console;
    private final ReadCampaigns readCampaigns;
    private final InstantSource clock;

    CampaignsConsole(Console console, ReadCampaigns readCampaigns, InstantSource clock) {
        this.console = console;
        this.readCampaigns = readCampaigns;
        this.clock = clock;
    }

    /** A state that campaigns can be looked at by, and how many are in it. */
    record Tab(String state, long campaigns, boolean current) {}

    /**
     * What the page shows.
     *
     * @param state the chosen one; empty for all
     * @param words what names and ids must contain
     */
    record Shown(String state, String words, long all, List<Tab> tabs, List<Row> rows) {
        /** How a state looks. */
        public String tone(String of) {
            return switch (of) {
                case "running" -> "good";
                case "in_review", "paused" -> "warn";
                case "draft" -> "accent";
                default -> "";
            };
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Shown shown);
    }

    @GET
    public Response list(@RestQuery @Nullable String state, @RestQuery("q") @Nullable String words) {
        String chosen = state != null && STATES.contains(state) ? state : "";
        String wanted = words == null ? "" : words.strip();
        List<Row> all = readCampaigns.all().stream()
                .map(seen -> Row.of(seen, clock.instant()))
                .filter(row -> contains(row, wanted.toLowerCase(Locale.ROOT)))
                .toList();
        List<Tab> tabs = STATES.stream()
                .map(one -> new Tab(
                        one, all.stream().filter(row -> row.state().equals(one)).count(), one.equals(chosen)))
                .toList();
        List<Row> rows = all.stream()
                .filter(row -> chosen.isEmpty() || row.state().equals(chosen))
                .toList();
        return console.page("campaigns_title", Templates.list(new Shown(chosen, wanted, all.size(), tabs, rows)));
    }

    private static boolean contains(Row row, String words) {
        return row.id().contains(words) || row.name().toLowerCase(Locale.ROOT).contains(words);
    }
}
