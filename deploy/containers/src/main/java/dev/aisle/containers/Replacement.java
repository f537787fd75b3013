package dev.aisle.containers;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.local.chaos.Findings;
import dev.aisle.local.chaos.Trial;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.DatabaseFiles;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.upgrade.OpenShop;
import dev.aisle.platform.stored.Deviation;
import dev.aisle.platform.stored.StoredEvents;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Every pod is replaced while a shop goes on; every acknowledged event must be in the topic and in the databases, and no request may fail. */
final class Replacement {
    private static final int EVENTS_PER_SECOND = 100;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration CALM = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MOST_REMARKS = 20;
    /** Whoever is asked comes before whoever asks. */
    private static final List<String> ORDER = List.of(
            "privacy-service",
            "event-ingest-service",
            "event-ingest-refine",
            "profile-service",
            "recommender-service",
            "campaign-service");

    private final Cluster cluster;
    private final Layout layout;
    private final ApiClient api;

    Replacement(Cluster cluster, Layout layout, ApiClient api) {
        this.cluster = cluster;
        this.layout = layout;
        this.api = api;
    }

    /**
     * Replaces and counts.
     *
     * @param images of the next pods, by workload
     */
    void run(UnaryOperator<String> images, Promises promises) {
        Trial trial = new Trial(0, EVENTS_PER_SECOND, 1, 0, Set.of(), CALM);
        List<RunningPod.End> ends = new ArrayList<>();
        long unansweredBefore = cluster.unanswered();
        OpenShop.Report report;
        try {
            report = new OpenShop(layout, api, trial, PAUSE)
                    .during(() ->
                            ORDER.forEach(workload -> ends.addAll(cluster.replace(workload, images.apply(workload)))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
        Findings findings = report.findings();
        promises.see(
                "a rolling replacement loses no event between the door and the topic",
                findings.clean() ? List.of() : list(findings.toString(), findings.remarks()),
                String.format(
                        Locale.ROOT,
                        "%d pods replaced, %,d events acknowledged and each found once, in order",
                        ends.size(),
                        findings.acknowledged()));
        stored(report.refined(), promises);
        long unanswered = cluster.unanswered() - unansweredBefore;
        List<String> why = new ArrayList<>(report.remarks());
        why.addAll(cluster.remarks());
        promises.see(
                "a rolling replacement refuses nobody",
                report.repeated() + unanswered + report.failed() == 0
                        ? List.of()
                        : list(
                                report.repeated() + " requests with events sent again, " + unanswered
                                        + " not answered, " + report.failed() + " of " + report.asked()
                                        + " others failed",
                                why),
                String.format(Locale.ROOT, "%,d other requests, each sent once, 0 failed", report.asked()));
    }

    /** The tables of profile-, recommender- and campaign-service beside the topic; and whether a row that is taken out is missed. */
    private void stored(List<ShopEvent> refined, Promises promises) {
        if (refined.isEmpty()) {
            promises.see("the databases hold each of these events once", List.of("there is no event"), "");
            return;
        }
        List<Deviation> deviations = Waiting.until(
                        PATIENCE,
                        CALM,
                        () -> Optional.of(compare(refined, false)).filter(List::isEmpty))
                .orElseGet(() -> compare(refined, false));
        promises.see(
                "the databases hold each of these events once",
                deviations.stream().limit(MOST_REMARKS).map(Deviation::spoken).toList(),
                String.format(Locale.ROOT, "%,d events, profile, recommender and campaign", refined.size()));
        List<Deviation> more = new ArrayList<>(compare(refined, true));
        more.removeAll(deviations);
        promises.see(
                "a row that is taken out of a database is missed by that comparison",
                more.size() == 1 ? List.of() : List.of("one row was taken out, found: " + more),
                more.stream().map(Deviation::spoken).findFirst().orElse(""));
    }

    private List<Deviation> compare(List<ShopEvent> refined, boolean withoutOne) {
        try {
            return StoredEvents.compare(refined, name -> {
                Connection connection = DatabaseFiles.connect(layout.ports(), name);
                if (withoutOne && name.equals("recommender")) {
                    takeOneOut(connection, refined.getLast().getMessageId());
                }
                return connection;
            });
        } catch (SQLException e) {
            throw new CommandFailure("What is stored can't be read: " + e.getMessage(), e);
        }
    }

    /** Nobody else sees it: the transaction ends with its connection, and nothing commits it. */
    private static void takeOneOut(Connection connection, String event) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement delete = connection.prepareStatement("delete from interaction where event_id = ?")) {
            delete.setString(1, event);
            if (delete.executeUpdate() != 1) {
                throw new CommandFailure("The event " + event + " has no row to take out.");
            }
        }
    }

    private static List<String> list(String first, List<String> more) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(more);
        return all;
    }
}
