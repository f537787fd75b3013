package dev.aisle.assistant.knowledge.edge;

import dev.aisle.assistant.knowledge.domain.Article;
import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.domain.ArticleState;
import dev.aisle.assistant.knowledge.domain.ArticleStep;
import dev.aisle.assistant.knowledge.domain.ArticleText;
import dev.aisle.assistant.knowledge.domain.ArticleVersion;
import dev.aisle.assistant.knowledge.store.ArticleRepository.Filter;
import dev.aisle.assistant.knowledge.usecase.FollowKnowledge;
import dev.aisle.assistant.knowledge.usecase.ReadArticles;
import dev.aisle.assistant.knowledge.usecase.SaveArticle;
import dev.aisle.assistant.knowledge.usecase.TakeArticleStep;
import dev.aisle.assistant.shared.AssistantTabs;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.Choice;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The articles that the assistant answers from: written, looked at by somebody else, approved, and taken out of use. */
@Path("/console/assistant/articles")
@Changes("article")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST, Role.OPERATOR})
public class ArticlesConsole {
    private static final String ARTICLES = "/console/assistant/articles";
    private static final String TITLE = "assistant_articles";
    private static final int A_PAGE = 50;
    private static final int LONGEST_FILTER = 200;

    private final Console console;
    private final ReadArticles readArticles;
    private final SaveArticle saveArticle;
    private final TakeArticleStep takeStep;
    private final FollowKnowledge followKnowledge;
    private final ArticleAnswers answers;

    ArticlesConsole(
            Console console,
            ReadArticles readArticles,
            SaveArticle saveArticle,
            TakeArticleStep takeStep,
            FollowKnowledge followKnowledge,
            ArticleAnswers answers) {
        this.console = console;
        this.readArticles = readArticles;
        this.saveArticle = saveArticle;
        this.takeStep = takeStep;
        this.followKnowledge = followKnowledge;
        this.answers = answers;
    }

    /**
     * The list.
     *
     * @param next the address of the next page; null for none
     */
    record Listed(
            AssistantTabs tabs,
            List<Choice> states,
            String tag,
            List<Article> articles,
            @Nullable String next,
            boolean marketer) {}

    /**
     * An article.
     *
     * @param article null for a new one
     * @param steps that are possible now
     * @param theirs what somebody else saved meanwhile; null when nobody did
     */
    record One(
            AssistantTabs tabs,
            @Nullable Article article,
            List<ArticleVersion> versions,
            List<String> steps,
            List<Choice> languages,
            Form form,
            boolean marketer,
            String refused,
            @Nullable String theirs) {
        public String revision() {
            return article == null ? "" : Long.toString(article.revision());
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Listed listed);

        static native TemplateInstance one(One one);
    }

    @GET
    public Response list(
            @RestQuery @Nullable String state, @RestQuery @Nullable String tag, @RestQuery @Nullable String after) {
        String chosen = ArticleState.of(state == null ? "" : state)
                .map(ArticleState::wireName)
                .orElse("");
        String wanted = plain(tag);
        List<Article> found = readArticles.list(new Filter(
                null,
                chosen.isEmpty() ? null : chosen,
                wanted.isEmpty() ? null : wanted,
                null,
                plain(after),
                A_PAGE + 1));
        List<Article> page = found.size() > A_PAGE ? found.subList(0, A_PAGE) : found;
        String next = found.size() > A_PAGE
                ? "?state=" + chosen + "&tag=" + inAddress(wanted) + "&after="
                        + inAddress(page.getLast().key().id() + "/"
                                + page.getLast().key().language().tag())
                : null;
        List<String> states = new ArrayList<>(List.of(""));
        Arrays.stream(ArticleState.values()).map(ArticleState::wireName).forEach(states::add);
        return console.page(
                TITLE,
                Templates.list(new Listed(
                        AssistantTabs.at("articles", console),
                        Choice.said(console.words(), "assistant_is_", states, chosen),
                        wanted,
                        page,
                        next,
                        console.may(Role.MARKETER))));
    }

    private static String plain(@Nullable String text) {
        String known = text == null ? "" : text.strip().replace("\0", "");
        return known.length() > LONGEST_FILTER ? known.substring(0, LONGEST_FILTER) : known;
    }

    private static String inAddress(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A new one. */
    @GET
    @Path("/new")
    @RolesAllowed(Role.MARKETER)
    public Response make(@RestQuery @Nullable String locale) {
        return shown(null, 200, Form.of(Map.of("locale", plain(locale))), "", null);
    }

    @GET
    @Path("/one/{id}/{locale}")
    public Response one(@RestPath String id, @RestPath String locale) {
        return find(id, locale)
                .map(article -> shown(article, 200, Form.of(ArticleFields.of(article)), "", null))
                .orElseGet(() -> Problems.notFound("article"));
    }

    private Optional<Article> find(String id, String locale) {
        return ArticleAnswers.key(id, locale).flatMap(readArticles::one);
    }

    private Response shown(@Nullable Article article, int status, Form form, String refused, @Nullable String theirs) {
        List<String> steps = article == null
                ? List.of()
                : Arrays.stream(ArticleStep.values())
                        .filter(step -> step.possibleIn(article.newest().state()))
                        .map(ArticleStep::wireName)
                        .toList();
        return console.named(
                status,
                article == null
                        ? console.words().say("assistant_new_article")
                        : article.newest().text().title(),
                Templates.one(new One(
                        AssistantTabs.at("articles", console),
                        article,
                        article == null ? List.of() : readArticles.versions(article.key()),
                        steps,
                        Choice.said(console.words(), "assistant_is_", List.of("en", "zh"), form.value("locale")),
                        form,
                        console.may(Role.MARKETER),
                        refused,
                        theirs)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.MARKETER)
    public Response save(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        Optional<ArticleKey> key = ArticleAnswers.key(form.value("id").strip(), form.value("locale"));
        String actor = answers.actor();
        if (actor == null) {
            return ArticleAnswers.noSubject();
        }
        if (key.isEmpty()) {
            return shown(
                    null,
                    422,
                    form.with(List.of(new FieldError("id", console.words().say("assistant_no_id")))),
                    "",
                    null);
        }
        Article known = readArticles.one(key.get()).orElse(null);
        Map<String, String> wrong = new LinkedHashMap<>();
        ArticleText text = ArticleFields.written(form).text(wrong);
        if (!wrong.isEmpty()) {
            return shown(known, 422, form.with(ArticleFields.errors(wrong)), "", null);
        }
        String rests = form.value("revision");
        Long revision = rests.matches("[0-9]{1,15}") ? Long.valueOf(rests) : null;
        String address =
                ARTICLES + "/one/" + key.get().id() + "/" + key.get().language().tag();
        return switch (saveArticle.save(key.get(), text, revision, actor)) {
            case SaveArticle.Outcome.Created _ -> console.goTo(address, "assistant_saved");
            case SaveArticle.Outcome.Changed _ -> console.goTo(address, "assistant_saved");
            case SaveArticle.Outcome.Unchanged _ -> console.goTo(address, "assistant_saved");
            case SaveArticle.Outcome.Wrong violations ->
                shown(known, 422, form.with(ArticleFields.errors(violations.violations())), "", null);
            case SaveArticle.Outcome.Outdated _ ->
                known != null && known.newest().text().equals(text)
                        ? console.goTo(address, "assistant_saved")
                        : shown(
                                known,
                                412,
                                form,
                                "",
                                known == null ? "" : known.newest().text().body());
            case SaveArticle.Outcome.TooMany tooMany ->
                shown(known, 409, form, console.words().say("assistant_too_many", tooMany.most()), null);
        };
    }

    @POST
    @Path("/one/{id}/{locale}/steps")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.MARKETER)
    public Response step(@RestPath String id, @RestPath String locale, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        Article article = find(id, locale).orElse(null);
        Optional<ArticleStep> step = ArticleStep.of(form.value("step"));
        String actor = answers.actor();
        if (article == null || step.isEmpty()) {
            return Problems.notFound("article");
        }
        if (actor == null) {
            return ArticleAnswers.noSubject();
        }
        String rests = form.value("revision");
        long revision = rests.matches("[0-9]{1,15}") ? Long.parseLong(rests) : 0;
        Form shown = Form.of(ArticleFields.of(article));
        return switch (takeStep.take(article.key(), step.get(), revision, actor)) {
            case TakeArticleStep.Outcome.Done _ -> {
                followKnowledge.refresh();
                yield console.goTo(
                        ARTICLES + "/one/" + id + "/" + locale,
                        "assistant_done_" + step.get().wireName());
            }
            case TakeArticleStep.Outcome.Missing _ -> Problems.notFound("article");
            case TakeArticleStep.Outcome.Outdated _ ->
                article.newest().state() == step.get().to()
                        ? console.goTo(
                                ARTICLES + "/one/" + id + "/" + locale,
                                "assistant_done_" + step.get().wireName())
                        : shown(article, 412, shown, console.words().say("assistant_changed_meanwhile"), null);
            case TakeArticleStep.Outcome.NotPossible _ ->
                shown(article, 409, shown, console.words().say("assistant_not_possible"), null);
            case TakeArticleStep.Outcome.SecondPersonNeeded _ ->
                shown(article, 403, shown, console.words().say("assistant_second_person"), null);
        };
    }
}
