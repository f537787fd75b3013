package dev.aisle.campaign.results.uplift;

import dev.aisle.campaign.campaigns.edge.CampaignAnswers;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.results.uplift.ReadUplift.Learned;
import dev.aisle.campaign.results.uplift.ReadUplift.Model;
import dev.aisle.campaign.results.uplift.model.UpliftModel;
import dev.aisle.campaign.results.uplift.model.UpliftModel.Point;
import dev.aisle.campaign.results.uplift.model.UpliftRelease;
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
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Whom a campaign moves: what is known of people, and what going to the best first would bring. */
@Path("/console/campaigns/moved/{id}")
@Changes("model")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class UpliftConsole {
    private static final String MOVED = "/console/campaigns/moved/";
    private static final double HUNDRED = 100;

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

    /** A point of the curve: to so many of all people, the best first, what it brings, and what chance would. */
    record CurveRow(double share, double gain, double chance) {}

    /** A variation's model. */
    record ModelCard(
            String variation,
            String csvAt,
            int version,
            Instant trainedAt,
            String learnerKey,
            @Nullable Long treated,
            @Nullable Long heldOut,
            boolean ranks,
            boolean due,
            List<String> words,
            String chart,
            List<CurveRow> curve,
            List<String> features) {
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
    record Page(String id, String name, int least, List<ModelCard> models, String refused) {
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
            case TrainUplift.Outcome.NoneLeft _ -> Problems.noAnswersLeft();
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
                        List<Point> curve = curve(model.model());
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
                learned.models().stream().map(model -> card(id, model)).toList(),
                refused);
    }

    private ModelCard card(String id, Model one) {
        UpliftModel model = one.model();
        UpliftRelease released = model.released();
        // Money is shown in its main unit; orders as they are.
        double unit = model.money() ? HUNDRED : 1;
        List<Point> points = curve(model);
        List<CurveRow> curve = points.stream()
                .map(point -> new CurveRow(
                        point.people() / points.getLast().people(),
                        point.gain() / unit,
                        chance(point, points.getLast()) / unit))
                .toList();
        return new ModelCard(
                model.variation(),
                MOVED + id + "/csv",
                model.version(),
                model.trainedAt(),
                "campaigns_learner_" + model.learner(),
                released == null ? null : released.treated(),
                released == null ? null : released.heldOut(),
                model.quality().ranks(),
                !one.due().isEmpty(),
                one.words(),
                chart(curve),
                curve,
                model.features().names());
    }

    private static List<Point> curve(UpliftModel model) {
        UpliftRelease released = model.released();
        return released == null ? List.of() : released.curve();
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
        return last.gain() * point.people() / last.people();
    }
}
