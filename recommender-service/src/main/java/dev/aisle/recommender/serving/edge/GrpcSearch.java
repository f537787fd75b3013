package dev.aisle.recommender.serving.edge;

import dev.aisle.contracts.recommender.v1.Note;
import dev.aisle.contracts.recommender.v1.RecommendResponse;
import dev.aisle.contracts.recommender.v1.RecommendedItem;
import dev.aisle.contracts.recommender.v1.SearchRequest;
import dev.aisle.recommender.search.Said;
import dev.aisle.recommender.search.SearchChecks;
import dev.aisle.recommender.search.SearchQuery;
import dev.aisle.recommender.search.SearchResult;
import dev.aisle.recommender.search.SearchResult.Hit;
import dev.aisle.recommender.search.SearchResult.Nothing;
import dev.aisle.recommender.search.Transcript;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads and writes the messages of Search. A page's cursor is the number of the hits before it. */
final class GrpcSearch {
    private static final String STAGE = "search";

    private GrpcSearch() {}

    /** Of use only when the checks found nothing. */
    static SearchQuery query(SearchRequest request, Checks checks) {
        checks.subject("subject", request.getSubject());
        int size = request.getSize() == 0 ? SearchQuery.USUAL_SIZE : request.getSize();
        int offset = offset(request.getPageCursor(), checks);
        return new SearchQuery(
                request.getTranscriptsCount() == 0
                        ? typed(request.getQuery().strip(), size, offset, checks)
                        : spoken(request, size, offset, checks),
                checks.locale("locale", request.getLocale()),
                size,
                offset,
                GrpcFilters.filter(request.getFilters(), checks));
    }

    private static List<Said> typed(String text, int size, int offset, Checks checks) {
        refuse(SearchChecks.violations(text, size, offset), checks);
        return Said.typed(text);
    }

    private static List<Said> spoken(SearchRequest request, int size, int offset, Checks checks) {
        if (!request.getQuery().isBlank()) {
            checks.refuse("query", "must be left out beside transcripts");
        }
        List<Transcript> transcripts = request.getTranscriptsList().stream()
                .map(heard -> new Transcript(heard.getText().strip(), heard.getConfidence()))
                .toList();
        Map<String, String> violations = SearchChecks.violations(transcripts, size, offset);
        refuse(violations, checks);
        return violations.isEmpty() ? Said.heard(transcripts) : List.of();
    }

    private static void refuse(Map<String, String> violations, Checks checks) {
        violations.forEach((field, message) -> checks.refuse(field.equals("offset") ? "page_cursor" : field, message));
    }

    private static int offset(String cursor, Checks checks) {
        if (cursor.isEmpty()) {
            return 0;
        }
        if (!cursor.matches("[0-9]{1,6}")) {
            checks.refuse("page_cursor", "isn't of this search; leave it empty for the first page");
            return 0;
        }
        return Integer.parseInt(cursor);
    }

    static RecommendResponse response(SearchResult result) {
        RecommendResponse.Builder response = RecommendResponse.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setStage(STAGE)
                .setUnderstood(Texts.orEmpty(result.understood()))
                .setNextPageCursor(result.nextOffset() < 0 ? "" : Integer.toString(result.nextOffset()));
        result.hits().forEach(hit -> response.addItems(item(hit)));
        if (result.nothing() != null) {
            response.addNotes(note(result.nothing()));
        }
        return response.build();
    }

    private static RecommendedItem item(Hit hit) {
        return GrpcAnswers.product(hit.product())
                .setScore(hit.score())
                .setSource(hit.source().label())
                .setPropensity(1)
                .build();
    }

    private static Note note(Nothing nothing) {
        return switch (nothing) {
            case NO_MATCH -> note(Note.Why.NOTHING_MATCHES, "No product is like the text.");
            case FILTERED_OUT ->
                note(
                        Note.Why.NOTHING_MATCHES,
                        "Products are like the text, but none that passes the filters and can be had.");
            case STILL_READING ->
                note(Note.Why.UNAVAILABLE, "The index doesn't have all products yet; ask again in a moment.");
            case PAST_THE_END -> note(Note.Why.NOTHING_LEFT, "All that was found is on earlier pages.");
        };
    }

    private static Note note(Note.Why why, String text) {
        return Note.newBuilder().setStage(STAGE).setWhy(why).setText(text).build();
    }
}
