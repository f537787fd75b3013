package dev.aisle.campaign.results.bandits.standing;

import dev.aisle.campaign.campaigns.domain.definition.BanditPlan.Reward;
import dev.aisle.campaign.campaigns.edge.CampaignAnswers;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns.Seen;
import dev.aisle.campaign.results.bandits.standing.Standing.Arm;
import dev.aisle.campaign.results.bandits.standing.Standing.Context;
import dev.aisle.platform.console.ChartData;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a campaign has learned by showing: how often each variation is shown and since when, how likely it is the best, and what finding out has cost. */
@Path("/console/campaigns/learned/{id}")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class BanditConsole {
    private static final int EPOCHS = 200;
    private static final double HUNDRED = 100;

    private final Console console;
    private final ReadCampaigns readCampaigns;
    private final ReadBandit readBandit;

    BanditConsole(Console console, ReadCampaigns readCampaigns, ReadBandit readBandit) {
        this.console = console;
        this.readCampaigns = readCampaigns;
        this.readBandit = readBandit;
    }

    /** An epoch of the charts: the shares in the order of the variations, and what finding out has cost so far. */
    record EpochRow(int epoch, List<@Nullable Double> shares, double lost) {}

    /**
     * The page.
     *
     * @param learned {@code null} of a campaign whose shares stay as they were written
     * @param now how it stands; {@code null} while nothing is told or learned
     * @param shares how often each is shown, by epoch, at the people who are looked at; {@code null} of fewer than two epochs
     * @param lost what finding out has cost, by epoch
     * @param at at whom the chart of shares looks
     */
    record Page(
            String id,
            String name,
            @Nullable Learned learned,
            @Nullable Standing now,
            @Nullable String shares,
            @Nullable String lost,
            List<EpochRow> rows,
            int at) {
        public boolean money() {
            return learned != null && learned.plan().reward() == Reward.REVENUE;
        }

        /** In the main unit of money, or in clicks or orders. */
        public double lostNow() {
            return now == null ? 0 : now.lost() / (money() ? HUNDRED : 1);
        }

        /** A mean of money in its main unit. */
        public @Nullable Double major(@Nullable Double minor) {
            return minor == null ? null : Double.valueOf(minor / HUNDRED);
        }

        public String policyKey() {
            return learned == null
                    ? ""
                    : "campaigns_policy_" + learned.plan().policy().name().toLowerCase(Locale.ROOT);
        }

        public String goalKey() {
            return learned == null
                    ? ""
                    : "campaigns_metric_" + learned.plan().reward().code();
        }

        public String csvAt() {
            return "/console/campaigns/learned/" + id + "/csv";
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance learned(Page page);
    }

    @GET
    public Response learned(@RestPath String id, @RestQuery @Nullable Integer at) {
        return campaign(id)
                .map(seen -> console.page("campaigns_learned", Templates.learned(page(id, seen, at == null ? 0 : at))))
                .orElseGet(() -> Problems.notFound("campaign"));
    }

    /** Every variation at every epoch that is shown. */
    @GET
    @Path("/csv")
    public Response csv(@RestPath String id) {
        if (campaign(id).isEmpty()) {
            return Problems.notFound("campaign");
        }
        Csv csv = Csv.of(
                "epoch", "computed_at", "segments", "variation", "share", "contacts", "reward", "best", "lost_so_far");
        Learned learned = readBandit.of(id, null, EPOCHS).orElse(null);
        if (learned != null) {
            learned.epochs().reversed().forEach(epoch -> {
                Standing standing = Standing.of(learned, epoch);
                for (Context context : standing.contexts()) {
                    for (Arm arm : context.arms()) {
                        csv.row(
                                epoch.number(),
                                epoch.computedAt(),
                                String.join(" ", context.segments()),
                                arm.id(),
                                arm.share(),
                                arm.contacts(),
                                arm.reward(),
                                arm.best(),
                                standing.lost());
                    }
                }
            });
        }
        return csv.download(id + "-learned");
    }

    private Optional<Seen> campaign(String id) {
        return CampaignAnswers.isId(id) ? readCampaigns.one(id) : Optional.empty();
    }

    private Page page(String id, Seen seen, int at) {
        Learned learned = readBandit.of(id, null, EPOCHS).orElse(null);
        String name = seen.shown().definition().path("name").asText();
        if (learned == null || learned.epochs().isEmpty()) {
            return new Page(id, name, learned, null, null, null, List.of(), 0);
        }
        List<Standing> standings = learned.epochs().reversed().stream()
                .map(epoch -> Standing.of(learned, epoch))
                .toList();
        boolean one = standings.size() < 2;
        List<EpochRow> rows = standings.stream()
                .map(standing -> new EpochRow(
                        standing.epoch(),
                        learned.variations().stream()
                                .map(variation -> share(standing, at, variation))
                                .collect(Collectors.toCollection(ArrayList<@Nullable Double>::new)),
                        standing.lost() / unit(learned)))
                .toList();
        return new Page(
                id,
                name,
                learned,
                standings.getLast(),
                one ? null : shares(learned, rows),
                one ? null : lost(rows),
                rows,
                at);
    }

    private static @Nullable Double share(Standing standing, int at, String variation) {
        return standing.contexts().stream()
                .filter(context -> context.number() == at)
                .flatMap(context -> context.arms().stream())
                .filter(arm -> arm.id().equals(variation) && arm.share() != null)
                .findFirst()
                .map(Arm::share)
                .orElse(null);
    }

    private static double unit(Learned learned) {
        return learned.plan().reward() == Reward.REVENUE ? HUNDRED : 1;
    }

    private static ChartData chart(List<EpochRow> rows) {
        return ChartData.byNumber(rows.stream().map(EpochRow::epoch).toList());
    }

    private static String shares(Learned learned, List<EpochRow> rows) {
        ChartData chart = chart(rows).unit("%");
        for (int n = 0; n < learned.variations().size(); n++) {
            List<@Nullable Double> values = new ArrayList<>();
            for (EpochRow row : rows) {
                Double share = row.shares().get(n);
                values.add(share == null ? null : Double.valueOf(HUNDRED * share));
            }
            chart.line(learned.variations().get(n), values);
        }
        return chart.json();
    }

    private String lost(List<EpochRow> rows) {
        return chart(rows)
                .line(
                        console.words().say("campaigns_lost"),
                        rows.stream().map(EpochRow::lost).toList())
                .json();
    }
}
