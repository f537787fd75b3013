package dev.aisle.profile.analysis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.profile.analysis.domain.trend.TrendQuestion.Use;
import dev.aisle.profile.analysis.edge.Questions.Read;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsTest {
    private final ObjectMapper json = new ObjectMapper();
    private final Questions questions =
            new Questions(ZoneId.of("Europe/Berlin"), LocalDate.parse("2025-10-25"), LocalDate.parse("2026-11-25"));

    private Read read(String kind, String body) throws JsonProcessingException {
        String text = body.replace('\'', '"');
        return switch (kind) {
            case "funnels" -> questions.funnel(json.readValue(text, FunnelRequest.class));
            case "retention" -> questions.retention(json.readValue(text, RetentionRequest.class));
            case "paths" -> questions.path(json.readValue(text, PathRequest.class));
            default ->
                TrendQuestions.read(
                        questions,
                        json.readValue(text, TrendRequest.class),
                        Use.valueOf(kind.toUpperCase(Locale.ROOT)));
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "trends    | {'until':'2026-11-02'} | from | is missing",
                "trends    | {'from':'yesterday','until':'2026-11-02'} | from | such as 2026-11-25",
                "trends    | {'from':'2026-11-02','until':'2026-11-02'} | until | a day after from",
                "trends    | {'from':'2026-11-03','until':'2026-11-02'} | until | a day after from",
                "trends    | {'from':'2025-10-24','until':'2026-11-02'} | from | no longer than since 2025-10-25",
                "trends    | {'from':'2026-11-01','until':'2026-11-27'} | until | 2026-11-26 or earlier",
                "trends    | {'from':'2026-11-01','until':'2026-11-02','zone':'Europe/Berlni'} | zone | did you mean Europe/Berlin?",
                "trends    | {'from':'2026-11-01','until':'2026-11-02','granularity':'dya'} | granularity | did you mean day?",
                "trends    | {'from':'2026-11-01','until':'2026-11-02','measures':['revenues']} | measures[0] | did you mean revenue?",
                "trends    | {'from':'2026-11-01','until':'2026-11-02','measures':[]} | measures | leave measures out",
                "trends    | {'from':'2026-11-01','until':'2026-11-02','measures':[null]} | measures[0] | expected one of",
                "trends    | {'from':'2026-11-01','until':'2026-11-02','categories':['']} | categories[0] | leave categories out",
                "trends    | {'from':'2026-11-01','until':'2026-11-02','categories':[null]} | categories[0] | name of a category",
                "trends    | {'from':'2026-11-01','until':'2026-11-02','horizon':3} | horizon | only forecasts",
                "forecasts | {'from':'2026-11-01','until':'2026-11-02','horizon':0} | horizon | from 1 to 120",
                "forecasts | {'from':'2026-11-01','until':'2026-11-02','horizon':121} | horizon | from 1 to 120",
                "retention | {'from':'2025-11-01','until':'2026-11-02','granularity':'day'} | granularity | at most 100 cohorts",
                "retention | {'from':'2026-11-01','until':'2026-11-02','periods':61} | periods | from 1 to 60",
                "retention | {'from':'2026-11-01','until':'2026-11-02','begin':'purchases'} | begin | did you mean purchase?",
                "funnels   | {'from':'2026-11-01','until':'2026-11-02'} | steps | expected 2 to 10 steps, got 0",
                "funnels   | {'from':'2026-11-01','until':'2026-11-02','steps':[{'type':'purchase'}]} | steps | got 1",
                "funnels   | {'from':'2026-11-01','until':'2026-11-02','steps':[{'type':'product_veiw'},{'type':'purchase'}]} | steps[0].type | did you mean product_view?",
                "funnels   | {'from':'2026-11-01','until':'2026-11-02','steps':[{'type':'Product View'},{'type':'purchase'}]} | steps[0].type | did you mean product_view?",
                "funnels   | {'from':'2026-11-01','until':'2026-11-02','steps':[null,{'type':'purchase'}]} | steps[0] | is missing",
                "funnels   | {'from':'2026-11-01','until':'2026-11-02','steps':[{},{'type':'purchase'}]} | steps[0].type | is missing",
                "funnels   | {'from':'2026-11-01','until':'2026-11-02','steps':[{'type':'custom'},{'type':'purchase'}]} | steps[0].name | which custom event?",
                "funnels   | {'from':'2026-11-01','until':'2026-11-02','steps':[{'type':'search','name':'x'},{'type':'purchase'}]} | steps[0].name | only events of the type custom",
                "funnels   | {'from':'2026-11-01','until':'2026-11-02','window':'P91D','steps':[{'type':'search'},{'type':'purchase'}]} | window | at most P90D",
                "funnels   | {'from':'2026-11-01','until':'2026-11-02','window':'PT0S','steps':[{'type':'search'},{'type':'purchase'}]} | window | more than nothing",
                "funnels   | {'from':'2026-11-01','until':'2026-11-02','window':'P1M','steps':[{'type':'search'},{'type':'purchase'}]} | window | such as PT30M",
                "funnels   | {'from':'2026-11-01','until':'2026-11-02','countBy':'user','steps':[{'type':'search'},{'type':'purchase'}]} | countBy | person, session",
                "funnels   | {'from':'2026-11-01','until':'2026-11-02','breakdown':'devices','steps':[{'type':'search'},{'type':'purchase'}]} | breakdown | did you mean device?",
                "paths     | {'from':'2026-11-01','until':'2026-11-02'} | start | either start",
                "paths     | {'from':'2026-11-01','until':'2026-11-02','start':{'type':'search'},'end':{'type':'purchase'}} | start | either start",
                "paths     | {'from':'2026-11-01','until':'2026-11-02','start':{'type':'search'},'depth':11} | depth | from 1 to 10",
                "paths     | {'from':'2026-11-01','until':'2026-11-02','start':{'type':'search'},'links':0} | links | from 1 to 50",
                "paths     | {'from':'2026-11-01','until':'2026-11-02','end':{'type':'serach'}} | end.type | did you mean search?",
            })
    void aBadQuestionIsAnsweredByTheFieldAndTheFix(String kind, String body, String field, String fix)
            throws JsonProcessingException {
        Read read = read(kind, body);

        assertThat(read).isInstanceOfSatisfying(Read.Wrong.class, wrong -> {
            assertThat(wrong.problem().status()).isEqualTo(400);
            assertThat(wrong.problem().errors()).anySatisfy(error -> {
                assertThat(error.field()).isEqualTo(field);
                assertThat(error.message()).contains(fix);
            });
        });
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() throws JsonProcessingException {
        Read read = read("retention", "{'until':'x','begin':'y','periods':0}");

        assertThat(read)
                .isInstanceOfSatisfying(
                        Read.Wrong.class,
                        wrong -> assertThat(wrong.problem().errors())
                                .extracting(FieldError::field)
                                .containsExactly("from", "until", "begin", "periods"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "trends    | {'from':'2026-11-01','until':'2026-11-02'}",
                "anomalies | {'from':'2026-11-01','until':'2026-11-26','granularity':'week','categories':['tea']}",
                "forecasts | {'from':'2025-10-25','until':'2026-11-02','horizon':28,'measures':['units','revenue']}",
                "retention | {'from':'2026-11-01','until':'2026-11-02','rolling':true,'granularity':'month'}",
                "paths     | {'from':'2026-11-01','until':'2026-11-02','end':{'type':'purchase'},'label':'type_and_category'}",
                "funnels   | {'from':'2026-11-01','until':'2026-11-02','window':'P7D','steps':[{'type':'product_view','category':'Home'},{'type':'custom','name':'quiz'}]}",
            })
    void aGoodQuestionIsUnderstoodTheSameWayTwice(String kind, String body) throws JsonProcessingException {
        Read first = read(kind, body);

        assertThat(first).isInstanceOf(Read.Understood.class).isEqualTo(read(kind, body));
        assertThat(first.toString()).isEqualTo(read(kind, body).toString());
        assertThat(List.of(kind)).contains(((Read.Understood) first).question().kind());
    }
}
