package dev.aisle.campaign.experiments.flags.edge;

import dev.aisle.campaign.campaigns.edge.CampaignAnswers;
import dev.aisle.campaign.experiments.domain.GlobalHoldout;
import dev.aisle.campaign.experiments.flags.domain.ClientKey;
import dev.aisle.campaign.experiments.flags.usecase.ChangeClientKeys;
import dev.aisle.campaign.experiments.usecase.SetGlobalHoldout;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Who stays out of every experiment, and the keys with which pages and apps fetch flags. */
@Path("/console/experiments/access")
@Changes("key")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class AccessConsole {
    private static final String ACCESS = "/console/experiments/access";
    private static final int LONGEST_NAME = 120;
    private static final double HUNDRED = 100;

    private final Console console;
    private final ChangeClientKeys changeClientKeys;
    private final SetGlobalHoldout setGlobalHoldout;
    private final CampaignAnswers actors;
    private final FlagStreams streams;

    AccessConsole(
            Console console,
            ChangeClientKeys changeClientKeys,
            SetGlobalHoldout setGlobalHoldout,
            CampaignAnswers actors,
            FlagStreams streams) {
        this.console = console;
        this.changeClientKeys = changeClientKeys;
        this.setGlobalHoldout = setGlobalHoldout;
        this.actors = actors;
        this.streams = streams;
    }

    /** The page. */
    record Listed(GlobalHoldout holdout, List<ClientKey> keys, Form form, String refused) {
        public String holdoutPercent() {
            String typed = form.value("share");
            return typed.isEmpty() ? Double.toString(HUNDRED * holdout.share()).replaceAll("\\.0$", "") : typed;
        }

        public String holdoutSeed() {
            String typed = form.value("seed");
            return typed.isEmpty() ? holdout.seed() : typed;
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Listed listed);
    }

    @GET
    public Response list() {
        return listed(200, Form.of(Map.of()), "");
    }

    private Response listed(int status, Form form, String refused) {
        return console.named(
                status,
                console.words().say("experiments_access"),
                Templates.list(new Listed(setGlobalHoldout.get(), changeClientKeys.all(), form, refused)));
    }

    @POST
    @Path("/holdout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Changes("holdout")
    public Response holdOut(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        String percent = form.value("share").strip().replace(',', '.');
        if (!percent.matches("[0-9]{1,2}(?:\\.[0-9]{1,6})?")) {
            return listed(
                    422,
                    form.with(List.of(new FieldError("share", console.words().say("experiments_no_share")))),
                    "");
        }
        if (!form.value("seed").matches("[A-Za-z0-9_-]{1,64}")) {
            return listed(
                    422,
                    form.with(List.of(new FieldError("seed", console.words().say("experiments_no_seed")))),
                    "");
        }
        Long revision = revision(form);
        SetGlobalHoldout.Outcome outcome = setGlobalHoldout.set(
                Double.parseDouble(percent) / HUNDRED, form.value("seed"), revision == null ? 0 : revision);
        streams.look();
        return switch (outcome) {
            case SetGlobalHoldout.Outcome.Done _ -> console.goTo(ACCESS, "experiments_saved");
            case SetGlobalHoldout.Outcome.Outdated _ ->
                listed(412, form, console.words().say("experiments_changed_meanwhile"));
            case SetGlobalHoldout.Outcome.InFlight inFlight ->
                listed(
                        409,
                        form,
                        console.words()
                                .say("experiments_holdout_in_flight", String.join(", ", inFlight.experiments())));
        };
    }

    @POST
    @Path("/keys")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response makeKey(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        String name = form.value("name").strip().replace("\0", "");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return listed(
                    422,
                    form.with(List.of(new FieldError("name", console.words().say("experiments_no_name")))),
                    "");
        }
        Optional<ClientKey> made = changeClientKeys.make(name, actor());
        streams.look();
        return made.isPresent()
                ? console.goTo(ACCESS, "experiments_key_made")
                : listed(409, form, console.words().say("experiments_too_many_keys"));
    }

    @POST
    @Path("/keys/{key}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revokeKey(@RestPath String key) {
        changeClientKeys.revoke(key);
        streams.look();
        return console.goTo(ACCESS, "experiments_key_revoked");
    }

    private static @Nullable Long revision(Form form) {
        String text = form.value("revision");
        return text.matches("[0-9]{1,15}") ? Long.valueOf(text) : null;
    }

    private String actor() {
        return Objects.requireNonNullElse(actors.actor(), console.person());
    }
}
