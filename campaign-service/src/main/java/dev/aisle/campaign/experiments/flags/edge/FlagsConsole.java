package dev.aisle.campaign.experiments.flags.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.campaigns.edge.CampaignAnswers;
import dev.aisle.campaign.experiments.domain.Life.State;
import dev.aisle.campaign.experiments.flags.domain.StoredFlag;
import dev.aisle.campaign.experiments.flags.usecase.ChangeFlag;
import dev.aisle.campaign.experiments.usecase.ReadExperiments;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Flags: what each answers, and which experiment decides it. */
@Path("/console/experiments/flags")
@Changes("flag")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class FlagsConsole {
    private static final String FLAGS = "/console/experiments/flags";
    private static final String TITLE = "experiments_flags";
    private static final String KEY = "[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?";

    private final Console console;
    private final ChangeFlag changeFlag;
    private final ReadExperiments readExperiments;
    private final TypedValues values;
    private final CampaignAnswers actors;
    private final FlagStreams streams;

    FlagsConsole(
            Console console,
            ChangeFlag changeFlag,
            ReadExperiments readExperiments,
            TypedValues values,
            CampaignAnswers actors,
            FlagStreams streams) {
        this.console = console;
        this.changeFlag = changeFlag;
        this.readExperiments = readExperiments;
        this.values = values;
        this.actors = actors;
        this.streams = streams;
    }

    /**
     * A flag in the list.
     *
     * @param experiment that decides it; null when none does
     */
    record Row(StoredFlag flag, @Nullable String experiment) {
        public boolean on() {
            return flag.definition().path("on").asBoolean(true);
        }

        public String usual() {
            return TypedValues.typed(flag.definition().path("default"));
        }

        public int rules() {
            return flag.definition().path("rules").size();
        }

        public String description() {
            return flag.definition().path("description").asText();
        }
    }

    /**
     * A flag's form.
     *
     * @param flag null for a new one
     * @param theirs what somebody else saved meanwhile; null when nobody did
     */
    record One(
            @Nullable StoredFlag flag,
            @Nullable String experiment,
            Form form,
            String refused,
            @Nullable String yours,
            @Nullable String theirs) {
        public String key() {
            return flag == null ? "" : flag.key();
        }

        public String revision() {
            return flag == null ? "" : Long.toString(flag.revision());
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(List<Row> rows);

        static native TemplateInstance one(One one);
    }

    @GET
    public Response list() {
        Map<String, String> deciding = new HashMap<>();
        readExperiments.all().stream()
                .filter(life -> life.state() == State.RUNNING)
                .forEach(life -> deciding.put(life.definition().path("flag").asText(), life.id()));
        List<Row> rows = changeFlag.all().stream()
                .map(flag -> new Row(flag, deciding.get(flag.key())))
                .toList();
        return console.page(TITLE, Templates.list(rows));
    }

    @GET
    @Path("/new")
    public Response make() {
        return shown(null, 200, Form.of(Map.of("on", "true")), "", null);
    }

    @GET
    @Path("/one/{key}")
    public Response one(@RestPath String key) {
        return find(key)
                .map(flag -> shown(flag, 200, Form.of(fields(flag)), "", null))
                .orElseGet(() -> Problems.notFound("flag"));
    }

    /** What can't be a key isn't looked for. */
    private Optional<StoredFlag> find(String key) {
        return key.matches(KEY) ? changeFlag.one(key) : Optional.empty();
    }

    private static Map<String, String> fields(StoredFlag flag) {
        JsonNode definition = flag.definition();
        return Map.of(
                "key", flag.key(),
                "description", definition.path("description").asText(),
                "on", Boolean.toString(definition.path("on").asBoolean(true)),
                "default", TypedValues.typed(definition.path("default")),
                "rules",
                        definition.path("rules").isEmpty()
                                ? ""
                                : definition.path("rules").toPrettyString());
    }

    private Response shown(@Nullable StoredFlag flag, int status, Form form, String refused, @Nullable JsonNode yours) {
        String experiment = flag == null
                ? null
                : readExperiments.all().stream()
                        .filter(life -> life.state() == State.RUNNING)
                        .filter(life -> life.definition().path("flag").asText().equals(flag.key()))
                        .map(life -> life.id())
                        .findFirst()
                        .orElse(null);
        return console.named(
                status,
                flag == null ? console.words().say("experiments_new_flag") : flag.key(),
                Templates.one(new One(
                        flag,
                        experiment,
                        form,
                        refused,
                        yours == null ? null : yours.toPrettyString(),
                        yours == null || flag == null ? null : flag.definition().toPrettyString())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        String key = form.value("key").strip();
        StoredFlag known = find(key).orElse(null);
        if (!key.matches(KEY)) {
            return shown(
                    null,
                    422,
                    form.with(List.of(new FieldError("key", console.words().say("experiments_no_id")))),
                    "",
                    null);
        }
        JsonNode definition = definition(form);
        ChangeFlag.Outcome outcome = changeFlag.put(key, definition, revision(form), actor());
        streams.look();
        return switch (outcome) {
            case ChangeFlag.Outcome.Written _ -> console.goTo(FLAGS, "experiments_saved");
            case ChangeFlag.Outcome.Wrong wrong -> shown(known, 422, form.with(errors(wrong.findings())), "", null);
            case ChangeFlag.Outcome.Outdated _ -> shown(known, 412, form, "", definition);
            case ChangeFlag.Outcome.TooMany tooMany ->
                shown(known, 409, form, console.words().say("experiments_too_many", tooMany.most()), null);
            case ChangeFlag.Outcome.Used used ->
                shown(known, 409, form, console.words().say("experiments_decided_by", used.experiment()), null);
            case ChangeFlag.Outcome.Removed _ -> console.goTo(FLAGS);
            case ChangeFlag.Outcome.Missing _ -> Problems.notFound("flag");
        };
    }

    private JsonNode definition(Form form) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        if (!form.value("description").isBlank()) {
            definition.put("description", form.value("description").strip());
        }
        definition.put("on", form.value("on").equals("true"));
        if (!form.value("default").isBlank()) {
            definition.set("default", values.read(form.value("default").strip()));
        }
        if (!form.value("rules").isBlank()) {
            definition.set("rules", values.read(form.value("rules").strip()));
        }
        return definition;
    }

    private static List<FieldError> errors(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new FieldError(
                        finding.place().startsWith("/rules")
                                ? "rules"
                                : finding.place().replaceFirst("^/", ""),
                        finding.message() + " " + finding.fix()))
                .toList();
    }

    @POST
    @Path("/one/{key}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@RestPath String key, MultivaluedMap<String, String> sent) {
        StoredFlag known = find(key).orElse(null);
        if (known == null) {
            return console.goTo(FLAGS, "experiments_flag_removed");
        }
        Long revision = revision(Form.of(sent));
        ChangeFlag.Outcome outcome = changeFlag.remove(key, revision == null ? 0 : revision);
        streams.look();
        Form form = Form.of(fields(known));
        return switch (outcome) {
            case ChangeFlag.Outcome.Used used ->
                shown(known, 409, form, console.words().say("experiments_decided_by", used.experiment()), null);
            case ChangeFlag.Outcome.Outdated _ ->
                shown(known, 412, form, console.words().say("experiments_changed_meanwhile"), null);
            default -> console.goTo(FLAGS, "experiments_flag_removed");
        };
    }

    private static @Nullable Long revision(Form form) {
        String text = form.value("revision");
        return text.matches("[0-9]{1,15}") ? Long.valueOf(text) : null;
    }

    private String actor() {
        return Objects.requireNonNullElse(actors.actor(), console.person());
    }
}
