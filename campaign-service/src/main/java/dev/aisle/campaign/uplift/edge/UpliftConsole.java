package dev.aisle.campaign.uplift.edge;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.campaign.campaigns.edge.CampaignAnswers;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.uplift.domain.MeasuredUplift;
import dev.aisle.campaign.uplift.domain.UpliftModel;
import dev.aisle.campaign.uplift.domain.UpliftModel.Point;
import dev.aisle.campaign.uplift.usecase.ReadUplift;
import dev.aisle.campaign.uplift.usecase.ReadUplift.Learned;
import dev.aisle.campaign.uplift.usecase.ReadUplift.Model;
import dev.aisle.campaign.uplift.usecase.TrainUplift;
import dev.aisle.platform.audit.Changes;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Whom a campaign moves: what was measured, what is known of people, and what going to the best first would bring. */
@Path("/console/campaigns/moved/{id}")
@Changes("model")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class UpliftConsole {
    private static final String MOVED = "/console/campaigns/moved/";
    private static final double HUNDRED = 100;
    private static final double NORMAL_95 = 1.959963984540054;

    private final Console console;
    private final ReadCampaigns readCampaigns;
    private final ReadUplift readUplift;
    private final TrainUplift trainUplift;

    UpliftConsole(Console console, ReadCampaigns readCampaigns, ReadUplift readUplift, TrainUplift trainUplift) {
        this.console = console;
        this.readCampaigns = readCampaigns;
        this.readUplift = readUplift;
        this.trainUplift = trainUplift;
    }

    /** A figure with its 95 % interval, of a hundred people. */
    record Figure(double value, double low, double high) {
        static Figure of(Estimate one) {
            return new Figure(HUNDRED * one.value(), HUNDRED * one.low(), HUNDRED * one.high());
        }
    }

    /**
     * What was measured of the version that runs, orders of a hundred people.
     *
     * @param competing what it competes with; {@code null} while the prior stands
     */
    record Measured(
            int version,
            long treated,
            long heldOut,
            Figure effect,
            @Nullable Double competing) {
        static @Nullable Measured of(Learned learned) {
            MeasuredUplift one = learned.measured();
            if (one == null) {
                return null;
            }
            double half = NORMAL_95 * one.error();
            return new Measured(
                    one.version(),
                    one.treated(),
                    one.heldOut(),
                    Figure.of(new Estimate(one.effect(), one.effect() - half, one.effect() + half, 0.95)),
                    learned.competing().isPresent()
                            ? Double.valueOf(HUNDRED * learned.competing().getAsDouble())
                            : null);
        }
    }

    /** What a feature adds, and how far people have moved from those it was learned from; {@code null} where nobody looked. */
    record FeatureRow(String name, double weight, @Nullable Double drift) {}

    /** A point of the curve: to so many of all people, the best first, what it brings, and what chance would. */
    record CurveRow(double share, double gain, double chance) {}

    /** A variation's model. */
    record ModelCard(
            String variation,
            String csvAt,
            int version,
            Instant trainedAt,
            String learnerKey,
            long treated,
            long heldOut,
            boolean ranks,
            boolean due,
            List<String> words,
            String chart,
            List<CurveRow> curve,
            List<FeatureRow> features) {
        /** An id for the chart. */
        public String chartId() {
            return "qini-" + variation;
        }
    }

    /**
     * The page.
     *
     * @param refused why nothing was learned just now; empty for nothing
     */
    record Page(
            String id, String name, int least, @Nullable Measured measured, List<ModelCard> models, String refused) {
        public String at() {
            return MOVED + id;
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance moved(Page page);
    }

    @GET
    public Response moved(@RestPath String id) {
        return shown(id, 200, "");
    }

    /** Learns now. */
    @POST
    public Response learn(@RestPath String id) {
        if (!CampaignAnswers.isId(id)) {
            return Problems.notFound("campaign");
        }
        return switch (trainUplift.train(id)) {
            case TrainUplift.Outcome.Learned _ -> console.goTo(MOVED + id, "campaigns_moved_learned");
            case TrainUplift.Outcome.Missing _ -> Problems.notFound("campaign");
            case TrainUplift.Outcome.TooFew few -> shown(id, 409, UpliftViews.tooFew(few.least()));
        };
    }

    /** The curves as a file. */
    @GET
    @Path("/csv")
    public Response csv(@RestPath String id) {
        return read(id).map(learned -> {
                    Csv csv = Csv.of("variation", "model", "people", "gain", "by_chance");
                    for (Model model : learned.models()) {
                        List<Point> curve = model.model().quality().curve();
                        for (Point point : curve) {
                            csv.row(
                                    model.model().variation(),
                                    model.number(),
                                    point.people(),
                                    point.gain(),
                                    chance(point, curve.getLast()));
                        }
                    }
                    return csv.download(id + "-moved");
                })
                .orElseGet(() -> Problems.notFound("campaign"));
    }

    private Optional<Learned> read(String id) {
        return CampaignAnswers.isId(id) ? readUplift.of(id) : Optional.empty();
    }

    private Response shown(String id, int status, String refused) {
        return read(id).map(learned -> console.named(
                        status, console.words().say("campaigns_moved"), Templates.moved(page(learned, refused))))
                .orElseGet(() -> Problems.notFound("campaign"));
    }

    private Page page(Learned learned, String refused) {
        String id = learned.campaign();
        String name = readCampaigns
                .one(id)
                .map(seen -> seen.shown().definition().path("name").asText())
                .orElse(id);
        return new Page(
                id,
                name,
                learned.least(),
                Measured.of(learned),
                learned.models().stream().map(model -> card(id, model)).toList(),
                refused);
    }

    private ModelCard card(String id, Model one) {
        UpliftModel model = one.model();
        UpliftModel.Quality quality = model.quality();
        Point last = quality.curve().getLast();
        // Money is shown in its main unit; orders as they are.
        double unit = model.money() ? HUNDRED : 1;
        List<CurveRow> curve = quality.curve().stream()
                .map(point -> new CurveRow(
                        last.people() == 0 ? 0 : point.people() / last.people(),
                        point.gain() / unit,
                        chance(point, last) / unit))
                .toList();
        return new ModelCard(
                model.variation(),
                MOVED + id + "/csv",
                model.version(),
                model.trainedAt(),
                "campaigns_learner_" + model.learner(),
                quality.treated(),
                quality.heldOut(),
                quality.ranks(),
                !one.due().isEmpty(),
                one.words(),
                chart(curve),
                curve,
                features(one));
    }

    private String chart(List<CurveRow> curve) {
        return ChartData.byNumber(
                        curve.stream().map(row -> HUNDRED * row.share()).toList())
                .line(
                        console.words().say("campaigns_best_first"),
                        curve.stream().map(CurveRow::gain).toList())
                .dashed(
                        console.words().say("campaigns_by_chance"),
                        curve.stream().map(CurveRow::chance).toList())
                .json();
    }

    private static double chance(Point point, Point last) {
        return last.people() == 0 ? 0 : last.gain() * point.people() / last.people();
    }

    private static List<FeatureRow> features(Model one) {
        Map<String, Double> drift =
                one.drift() == null ? Map.of() : new TreeMap<>(one.drift().features());
        List<String> names = one.model().features().names();
        List<FeatureRow> rows = new ArrayList<>();
        for (int n = 0; n < names.size(); n++) {
            rows.add(new FeatureRow(names.get(n), one.model().weights().get(n), drift.get(names.get(n))));
        }
        return rows;
    }
}
