package dev.aisle.privacy.rights.overview;

import dev.aisle.platform.console.Console;
import dev.aisle.platform.retention.Retention;
import dev.aisle.platform.retention.Retention.Kept;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.audit.verification.CheckLog;
import dev.aisle.privacy.audit.verification.LogCheck;
import dev.aisle.privacy.consent.enforcement.WhoEnforces;
import dev.aisle.privacy.rights.holds.LegalHolds;
import dev.aisle.privacy.rights.request.usecase.Deadlines;
import dev.aisle.privacy.rights.request.usecase.ListRequests;
import dev.aisle.privacy.shared.edge.PrivacyTabs;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Page;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Tab;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first page of the area: what needs somebody now, each thing with its reason and the way there. */
@Path("/console/privacy")
@RunOnVirtualThread
@RolesAllowed({Role.PRIVACY_OFFICER, Role.AUDITOR})
public class OverviewConsole {
    /** After how long without a verification of the log somebody should look. */
    private static final Duration STALE_CHECK = Duration.ofDays(7);
    /** Retention runs every hour; after so long something is wrong. */
    private static final Duration STALE_RUN = Duration.ofHours(3);

    private final Console console;
    private final PrivacyTabs tabs;
    private final Deadlines deadlines;
    private final ListRequests listRequests;
    private final LegalHolds holds;
    private final CheckLog checkLog;
    private final WhoEnforces whoEnforces;
    private final Retention retention;

    OverviewConsole(
            Console console,
            PrivacyTabs tabs,
            Deadlines deadlines,
            ListRequests listRequests,
            LegalHolds holds,
            CheckLog checkLog,
            WhoEnforces whoEnforces,
            Retention retention) {
        this.console = console;
        this.tabs = tabs;
        this.deadlines = deadlines;
        this.listRequests = listRequests;
        this.holds = holds;
        this.checkLog = checkLog;
        this.whoEnforces = whoEnforces;
        this.retention = retention;
    }

    /**
     * What the page shows.
     *
     * @param absent services of which nobody enforces consent
     * @param check the last verification of the log
     * @param entries in the log
     * @param lastRun when rows were last removed whose time was over
     */
    record Overview(
            boolean officer,
            long open,
            Deadlines.Counts due,
            int held,
            List<String> absent,
            @Nullable LogCheck check,
            long entries,
            @Nullable Instant lastRun,
            long removed,
            Instant now) {
        /** The key of what is to be said about the log. */
        public String checkKey() {
            if (check == null || check.result() == null) {
                return "privacy_log_never";
            }
            if (!check.whole()) {
                return "privacy_log_broken";
            }
            boolean stale = check.result().endedAt().isBefore(now.minus(STALE_CHECK));
            return stale ? "privacy_log_stale" : "privacy_log_whole";
        }

        public String checkTone() {
            return switch (checkKey()) {
                case "privacy_log_whole" -> "good";
                case "privacy_log_broken" -> "bad";
                default -> "warn";
            };
        }

        public boolean runStale() {
            return lastRun == null || lastRun.isBefore(now.minus(STALE_RUN));
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance overview(List<Tab> tabs, Overview overview);
    }

    @GET
    public Response overview() {
        List<Kept> kept = retention.report();
        Overview overview = new Overview(
                tabs.officer(),
                listRequests.open(),
                deadlines.count(),
                holds.active().size(),
                whoEnforces.now().stream()
                        .filter(service -> service.processes().isEmpty())
                        .map(WhoEnforces.OfService::service)
                        .toList(),
                checkLog.latest().stream().findFirst().orElse(null),
                checkLog.entries(),
                kept.stream()
                        .map(Kept::lastRun)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                kept.stream().mapToLong(Kept::removed).sum(),
                Instant.now());
        return console.page("privacy_title", Templates.overview(tabs.at(Page.OVERVIEW), overview));
    }
}
