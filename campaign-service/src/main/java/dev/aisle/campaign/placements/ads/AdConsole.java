package dev.aisle.campaign.placements.ads;

import dev.aisle.campaign.placements.ads.AdRepository.Standing;
import dev.aisle.campaign.placements.ads.AdRepository.StoredAd;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.Console;
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
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Who pays for ads, what they have spent, and their ads. */
@Path("/console/campaigns/ads")
@Changes("ad")
@RunOnVirtualThread
@RolesAllowed(Role.MARKETER)
public class AdConsole {
    private static final String ADS = "/console/campaigns/ads";
    private static final String NEW_ADVERTISER = "campaigns_advertiser_new";
    private static final String NEW_AD = "campaigns_ad_new";

    private final Console console;
    private final ManageAds manageAds;
    private final InstantSource clock;

    AdConsole(Console console, ManageAds manageAds, InstantSource clock) {
        this.console = console;
        this.manageAds = manageAds;
        this.clock = clock;
    }

    /**
     * An advertiser and its money, minor units.
     *
     * @param today what was spent today in the advertiser's zone
     */
    record AdvertiserRow(Advertiser advertiser, long spent, long today) {
        static AdvertiserRow of(Standing standing, InstantSource clock) {
            LocalDate today =
                    clock.instant().atZone(standing.advertiser().zone()).toLocalDate();
            return new AdvertiserRow(standing.advertiser(), standing.spent(), standing.spentOn(today));
        }

        public double share() {
            return share(spent, advertiser.budget());
        }

        public double shareToday() {
            Long daily = advertiser.dailyBudget();
            return daily == null ? 0 : share(today, daily);
        }

        private static double share(long spent, long of) {
            return of == 0 ? 1 : Math.min(1, (double) spent / of);
        }
    }

    /** An ad, with its advertiser's currency. */
    record AdRow(StoredAd stored, String currency, String endAt) {
        public String placements() {
            return sorted(stored.advert().placements());
        }

        public String fits() {
            return sorted(stored.advert().keywords()) + " "
                    + sorted(stored.advert().categories());
        }

        public String dialog() {
            return "end-" + stored.advert().id();
        }

        private static String sorted(Set<String> all) {
            return all.stream().sorted().collect(Collectors.joining(", "));
        }
    }

    /** All of both. */
    record All(List<AdvertiserRow> advertisers, List<AdRow> ads) {}

    /** An advertiser that can be chosen. */
    record Choice(String id, String name, boolean chosen) {}

    /** The form of an ad. */
    record Draft(Form form, List<Choice> advertisers) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance all(All all);

        static native TemplateInstance advertiser(Form form);

        static native TemplateInstance ad(Draft draft);
    }

    @GET
    public Response all() {
        List<Standing> advertisers = manageAds.advertisers();
        Map<String, String> currencies = advertisers.stream()
                .map(Standing::advertiser)
                .collect(Collectors.toMap(Advertiser::id, Advertiser::currency));
        List<AdRow> ads = manageAds.all().stream()
                .sorted(Comparator.comparing(stored -> stored.endedAt() != null))
                .map(stored -> new AdRow(
                        stored,
                        currencies.getOrDefault(stored.advert().advertiser(), "EUR"),
                        ADS + "/" + stored.advert().id() + "/end"))
                .toList();
        return console.page(
                "campaigns_ads",
                Templates.all(new All(
                        advertisers.stream()
                                .map(one -> AdvertiserRow.of(one, clock))
                                .toList(),
                        ads)));
    }

    @GET
    @Path("/new-advertiser")
    public Response advertiser() {
        return console.page(NEW_ADVERTISER, Templates.advertiser(Form.of(Map.of("currency", "EUR", "zone", "UTC"))));
    }

    @POST
    @Path("/new-advertiser")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response makeAdvertiser(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            return manageAds.make(new AdForm(form).advertiser()).isPresent()
                    ? console.goTo(ADS, "campaigns_advertiser_made")
                    : wrongAdvertiser(form, "id", console.words().say("campaigns_ad_taken"));
        } catch (InvalidAdException e) {
            return wrongAdvertiser(form, e.field(), String.valueOf(e.getMessage()));
        }
    }

    @GET
    @Path("/new")
    public Response ad() {
        return console.page(NEW_AD, draft(Form.of(Map.of())));
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response makeAd(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        Optional<Advertiser> advertiser = manageAds.advertisers().stream()
                .map(Standing::advertiser)
                .filter(one -> one.id().equals(form.value("advertiser")))
                .findFirst();
        if (advertiser.isEmpty()) {
            return wrongAd(form, "advertiser", console.words().say("campaigns_no_advertiser"));
        }
        try {
            return switch (manageAds.make(
                    new AdForm(form).advert(advertiser.get().currency()))) {
                case ManageAds.Outcome.Made _ -> console.goTo(ADS, "campaigns_ad_made");
                case ManageAds.Outcome.Exists _ ->
                    wrongAd(form, "id", console.words().say("campaigns_ad_taken"));
                case ManageAds.Outcome.NoSuchAdvertiser _ ->
                    wrongAd(form, "advertiser", console.words().say("campaigns_no_advertiser"));
            };
        } catch (InvalidAdException e) {
            return wrongAd(form, e.field(), String.valueOf(e.getMessage()));
        }
    }

    @POST
    @Path("/{id}/end")
    public Response end(@RestPath String id) {
        return id.matches("[a-z0-9][a-z0-9-]{0,63}") && manageAds.end(id).isPresent()
                ? console.goTo(ADS, "campaigns_ad_is_ended")
                : Problems.notFound("ad");
    }

    private Response wrongAdvertiser(Form form, String field, @Nullable String message) {
        return console.invalid(NEW_ADVERTISER, Templates.advertiser(with(form, field, message)));
    }

    private Response wrongAd(Form form, String field, @Nullable String message) {
        return console.invalid(NEW_AD, draft(with(form, field, message)));
    }

    private static Form with(Form form, String field, @Nullable String message) {
        return form.with(List.of(new FieldError(field, String.valueOf(message))));
    }

    private TemplateInstance draft(Form form) {
        return Templates.ad(new Draft(
                form,
                manageAds.advertisers().stream()
                        .map(Standing::advertiser)
                        .map(one -> new Choice(one.id(), one.name(), one.id().equals(form.value("advertiser"))))
                        .toList()));
    }
}
