package dev.aisle.assistant.understanding;

import dev.aisle.assistant.shared.AssistantTabs;
import dev.aisle.assistant.shared.Language;
import dev.aisle.assistant.understanding.intents.CurrentModels;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.console.Choice;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the assistant understands, which intents it confuses, and a sentence to try it with. */
@Path("/console/assistant/understanding")
@ChangesNothing("tries a sentence")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST, Role.OPERATOR})
public class UnderstandingConsole {
    private static final String TITLE = "assistant_understanding";
    private static final int LONGEST = 5_000;

    private final Console console;
    private final CurrentModels models;
    private final UnderstandText understandText;

    UnderstandingConsole(Console console, CurrentModels models, UnderstandText understandText) {
        this.console = console;
        this.models = models;
        this.understandText = understandText;
    }

    /**
     * The page.
     *
     * @param understood what the tried text means; null when none was tried
     * @param tooLong whether it is longer than may be
     */
    record Shown(
            AssistantTabs tabs,
            UnderstandingView model,
            List<Choice> languages,
            String text,
            @Nullable Understood understood,
            boolean tooLong) {
        /** How dark a cell of the confusion is, 0 to 5. */
        public int heat(int row, int count) {
            int examples = model.intents().get(row).examples();
            return examples == 0 || count == 0 ? 0 : (int) Math.ceil(5.0 * count / examples);
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance shown(Shown shown);
    }

    @GET
    public Response shown(@RestQuery @Nullable String language) {
        return console.page(TITLE, Templates.shown(shown(language, "", null, false)));
    }

    /** Nothing of the text is kept. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response tried(MultivaluedMap<String, String> sent) {
        String text = sent.getFirst("text") == null ? "" : sent.getFirst("text");
        if (text.length() > LONGEST) {
            return console.invalid(TITLE, Templates.shown(shown(sent.getFirst("language"), "", null, true)));
        }
        Understood understood = text.isBlank() ? null : understandText.understand(text);
        return console.page(TITLE, Templates.shown(shown(sent.getFirst("language"), text, understood, false)));
    }

    private Shown shown(@Nullable String wanted, String text, @Nullable Understood understood, boolean tooLong) {
        Language language = language(wanted);
        return new Shown(
                AssistantTabs.at("understanding", console),
                UnderstandingView.of(models.of(language)),
                Choice.said(
                        console.words(),
                        "assistant_is_",
                        Stream.of(Language.values()).map(Language::tag).toList(),
                        language.tag()),
                text,
                understood,
                tooLong);
    }

    private static Language language(@Nullable String wanted) {
        return Stream.of(Language.values())
                .filter(one -> one.tag().equals(wanted))
                .findFirst()
                .orElse(Language.ENGLISH);
    }

    /** The confusion of both languages as a file. */
    @GET
    @Path("/file")
    public Response file() {
        return Response.ok(
                        String.join(
                                "\n",
                                Stream.of(Language.values())
                                        .map(models::of)
                                        .map(UnderstandingView::csv)
                                        .toList()),
                        "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"understanding.csv\"")
                .build();
    }
}
