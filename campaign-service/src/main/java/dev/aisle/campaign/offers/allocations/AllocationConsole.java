package dev.aisle.campaign.offers.allocations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.campaigns.domain.definition.Amount;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.edge.CampaignAnswers;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns.Seen;
import dev.aisle.campaign.campaigns.usecase.ReadDefinition;
import dev.aisle.campaign.campaigns.worth.DecisionSettings;
import dev.aisle.campaign.offers.allocations.AllocateOffers.Outcome;
import dev.aisle.campaign.offers.allocations.AllocateOffers.Report;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** To whom the budget of a campaign goes: how the last allocation went, and a new one. */
@Path("/console/campaigns/allocated/{id}")
@Changes("allocation")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class AllocationConsole {
    private static final String ALLOCATED = "/console/campaigns/allocated/";
    private static final String SEGMENT = "[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?";
    private static final int MOST_GROUPS = 20;

    private final Console console;
    private final ReadCampaigns readCampaigns;
    private final ReadDefinition readDefinition;
    private final AllocateOffers allocateOffers;
    private final DecisionSettings decisions;
    private final ObjectMapper json;

    AllocationConsole(
            Console console,
            ReadCampaigns readCampaigns,
            ReadDefinition readDefinition,
            AllocateOffers allocateOffers,
            DecisionSettings decisions,
            ObjectMapper json) {
        this.console = console;
        this.readCampaigns = readCampaigns;
        this.readDefinition = readDefinition;
        this.allocateOffers = allocateOffers;
        this.decisions = decisions;
        this.json = json;
    }

    /** How many get a variation. */
    record Part(String variation, long people, double share) {}

    /**
     * How the last allocation went; amounts in minor units of the budget's currency.
     *
     * @param parts of those who could get something; without those that too few get
     * @param groups who gets how much; empty where no segments were compared
     */
    record Last(
            Report report,
            List<Part> parts,
            long value,
            long cost,
            @Nullable Long budget,
            List<Group> groups) {
        /** Variations whose values told a protected segment; none in reports from before they were looked for. */
        public List<String> standIns() {
            return Objects.requireNonNullElse(report.standIns(), List.of());
        }

        /** Of the budget, 0 to 1. */
        public double spent() {
            Long of = budget;
            return of == null || of == 0 ? 0 : Math.min(1, (double) cost / of);
        }
    }

    /** A segment, and what a person of it has of the budget on average, minor units. */
    record Group(String name, long people, double share, long cost, long value) {
        static Group of(CountedAllocation.Group one) {
            return new Group(
                    one.name(), one.people(), one.share(), Math.round(one.meanCost()), Math.round(one.meanValue()));
        }
    }

    /**
     * The page.
     *
     * @param allocated whether its variations are given so at all
     * @param last {@code null} where nothing was allocated yet
     */
    record Page(
            String id,
            String name,
            boolean allocated,
            String currency,
            @Nullable Last last,
            Form form) {
        public String at() {
            return ALLOCATED + id;
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance allocated(Page page);
    }

    @GET
    public Response allocated(@RestPath String id) {
        return shown(id, 200, Form.of(Map.of()));
    }

    /** Allocates anew. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.MARKETER)
    public Response allocate(@RestPath String id, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        List<String> groups = Arrays.stream(form.value("groups").split("[,，\\s]+", -1))
                .filter(one -> !one.isEmpty())
                .toList();
        if (groups.size() > MOST_GROUPS || groups.stream().anyMatch(one -> !one.matches(SEGMENT))) {
            return shown(id, 422, wrong(form, "groups", console.words().say("campaigns_groups_wrong", MOST_GROUPS)));
        }
        if (!CampaignAnswers.isId(id)) {
            return Problems.notFound("campaign");
        }
        return switch (allocateOffers.allocate(id, groups)) {
            case Outcome.Done _ -> console.goTo(ALLOCATED + id, "campaigns_allocated_done");
            case Outcome.Missing _ -> Problems.notFound("campaign");
            case Outcome.TooMany tooMany ->
                shown(id, 409, wrong(form, "groups", AllocationResource.tooMany(tooMany.most())));
            case Outcome.Wrong found ->
                shown(
                        id,
                        422,
                        form.with(found.findings().stream()
                                .map(one -> new FieldError("groups", one.message() + " " + one.fix()))
                                .toList()));
        };
    }

    /** The last allocation as a file. */
    @GET
    @Path("/csv")
    public Response csv(@RestPath String id) {
        Optional<Report> found = last(id);
        Csv csv = Csv.of("kind", "name", "people", "share", "cost_minor", "value_minor");
        found.ifPresent(report -> {
            csv.row("all", "", report.people(), null, report.cost(), report.value());
            report.byVariation()
                    .forEach((variation, people) -> csv.row("variation", variation, people, null, null, null));
            if (report.fairness() != null) {
                report.fairness()
                        .groups()
                        .forEach(one -> csv.row(
                                "segment", one.name(), one.people(), one.share(), one.meanCost(), one.meanValue()));
            }
        });
        return found.isEmpty() ? Problems.notFound("allocation") : csv.download(id + "-allocated");
    }

    private static Form wrong(Form form, String field, String message) {
        return form.with(List.of(new FieldError(field, message)));
    }

    private Response shown(String id, int status, Form form) {
        Optional<Seen> seen = CampaignAnswers.isId(id) ? readCampaigns.one(id) : Optional.empty();
        return seen.map(one -> console.named(
                        status, console.words().say("campaigns_allocated"), Templates.allocated(page(id, one, form))))
                .orElseGet(() -> Problems.notFound("campaign"));
    }

    private Page page(String id, Seen seen, Form form) {
        Optional<Definition> definition = readDefinition.of(id, seen.shown().number());
        Amount budget = definition.map(one -> one.limits().budget()).orElse(null);
        return new Page(
                id,
                seen.shown().definition().path("name").asText(),
                definition.map(Definition::allocated).orElse(false),
                budget == null ? decisions.currency() : budget.currency(),
                last(id).map(report -> last(report, budget)).orElse(null),
                form);
    }

    private static Last last(Report report, @Nullable Amount budget) {
        Long people = report.people();
        return new Last(
                report,
                report.byVariation().entrySet().stream()
                        .map(one -> new Part(
                                one.getKey(),
                                one.getValue(),
                                people == null || people == 0 ? 0 : Math.min(1, (double) one.getValue() / people)))
                        .toList(),
                Math.round(report.value()),
                Math.round(report.cost()),
                budget == null ? null : Long.valueOf(budget.minorUnits()),
                report.fairness() == null
                        ? List.of()
                        : report.fairness().groups().stream().map(Group::of).toList());
    }

    private Optional<Report> last(String id) {
        return allocateOffers.last(id).map(text -> {
            try {
                return json.readValue(text, Report.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("What was written of an allocation is JSON", e);
            }
        });
    }
}
