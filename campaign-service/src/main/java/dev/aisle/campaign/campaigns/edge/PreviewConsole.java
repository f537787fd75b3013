package dev.aisle.campaign.campaigns.edge;

import dev.aisle.campaign.campaigns.domain.life.Version;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.campaigns.usecase.PreviewCampaign;
import dev.aisle.campaign.campaigns.usecase.PreviewCampaign.Outcome;
import dev.aisle.campaign.campaigns.usecase.PreviewCampaign.Wanted;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.shared.Language;
import dev.aisle.platform.console.Console;
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
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What people would read, in both languages: somebody of whom the values are known, or somebody new. */
@Path("/console/campaigns/preview/{id}")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class PreviewConsole {
    private static final String NEW = "new";
    private static final Map<Language, Map<String, String>> KNOWN = Map.of(
            Language.EN,
            Map.of(
                    "coupon.code", "SPRING-2026",
                    "coupon.value", "10 %",
                    "coupon.until", "31 December",
                    "product.id", "p-1",
                    "product.title", "Espresso cups",
                    "product.price", "24.90 EUR"),
            Language.ZH,
            Map.of(
                    "coupon.code", "SPRING-2026",
                    "coupon.value", "九折",
                    "coupon.until", "12月31日",
                    "product.id", "p-1",
                    "product.title", "浓缩咖啡杯",
                    "product.price", "24.90 EUR"));

    private final Console console;
    private final ReadCampaigns readCampaigns;
    private final PreviewCampaign previewCampaign;

    PreviewConsole(Console console, ReadCampaigns readCampaigns, PreviewCampaign previewCampaign) {
        this.console = console;
        this.readCampaigns = readCampaigns;
        this.previewCampaign = previewCampaign;
    }

    /** A text of a message or a placement, and its place: title, body, subject, text or html. */
    record Text(String place, String text) {
        public String key() {
            return "campaigns_text_" + place;
        }
    }

    /** What is read in a language, or why it can't be shown. */
    record Read(String language, String name, List<Text> texts, List<String> missing, List<Finding> wrong) {}

    /** A variation that can be chosen. */
    record Tab(String id, boolean chosen, String href) {}

    /** The page. */
    record Preview(String id, String name, int version, List<Tab> variations, List<Tab> people, List<Read> read) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance preview(Preview preview);
    }

    @GET
    public Response preview(
            @RestPath String id,
            @RestQuery @Nullable Integer version,
            @RestQuery @Nullable String variation,
            @RestQuery @Nullable String person) {
        return CampaignAnswers.isId(id)
                ? version(id, version)
                        .map(one -> page(one, variation, NEW.equals(person)))
                        .orElseGet(() -> Problems.notFound("campaign"))
                : Problems.notFound("campaign");
    }

    private Optional<Version> version(String id, @Nullable Integer wanted) {
        return readCampaigns
                .one(id)
                .flatMap(seen ->
                        readCampaigns.version(id, wanted == null ? seen.life().newest() : wanted));
    }

    private Response page(Version version, @Nullable String wanted, boolean isNew) {
        List<String> ids = StreamSupport.stream(
                        version.definition().path("variations").spliterator(), false)
                .map(one -> one.path("id").asText())
                .toList();
        String chosen = wanted != null && ids.contains(wanted) ? wanted : ids.isEmpty() ? "" : ids.getFirst();
        String at = "?version=" + version.number() + "&variation=";
        String who = isNew ? NEW : "known";
        List<Tab> variations = ids.stream()
                .map(one -> new Tab(one, one.equals(chosen), at + one + "&person=" + who))
                .toList();
        List<Tab> people = List.of(
                new Tab("campaigns_person_known", !isNew, at + chosen + "&person=known"),
                new Tab("campaigns_person_new", isNew, at + chosen + "&person=" + NEW));
        List<Read> read = new ArrayList<>();
        for (Language language : Language.values()) {
            read.add(read(version, chosen, language, isNew));
        }
        Preview preview = new Preview(
                version.campaign(),
                version.definition().path("name").asText(),
                version.number(),
                variations,
                people,
                read);
        return console.page("campaigns_preview", Templates.preview(preview));
    }

    private Read read(Version version, String variation, Language language, boolean isNew) {
        String name = language == Language.ZH ? "中文" : "English";
        Wanted wanted = new Wanted(
                version.number(), null, variation, language, isNew ? Map.of() : KNOWN.getOrDefault(language, Map.of()));
        return switch (previewCampaign.preview(version.campaign(), wanted)) {
            case Outcome.Shown shown ->
                new Read(
                        language.tag(),
                        name,
                        shown.written().texts().entrySet().stream()
                                .map(one -> new Text(one.getKey(), one.getValue()))
                                .toList(),
                        List.copyOf(shown.written().missing()),
                        List.of());
            case Outcome.Wrong wrong -> new Read(language.tag(), name, List.of(), List.of(), wrong.findings());
            case Outcome.Missing _ -> new Read(language.tag(), name, List.of(), List.of(), List.of());
            case Outcome.NoSuchVariation _ -> new Read(language.tag(), name, List.of(), List.of(), List.of());
        };
    }
}
