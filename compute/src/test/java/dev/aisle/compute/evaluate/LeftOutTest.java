package dev.aisle.compute.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who and what isn't in the numbers is told with counts and reasons, in the report and not only on the way. */
class LeftOutTest {
    private static final String HAD = "the person has the item already, so it isn't recommended; --repeats counts it";
    private static final String NEW = "the item comes first in the test part; --new-items makes it a candidate";

    @TempDir
    private Path folder;

    private Evaluated evaluated(String events, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--format",
                "events",
                "--data",
                Files.writeString(folder.resolve("events.csv"), events).toString(),
                "--split",
                "temporal:2024-02-01",
                "--k",
                "1"));
        arguments.addAll(List.of(more));
        return Evaluated.of(folder, arguments.toArray(String[]::new));
    }

    private static List<LeftOut> leftOut(Evaluated evaluated) {
        return evaluated
                .report()
                .get("leftOut")
                .valueStream()
                .map(one -> new LeftOut(
                        one.get("what").asText(),
                        one.get("count").asLong(),
                        one.get("reason").asText()))
                .toList();
    }

    @Test
    void everyReasonIsCounted() throws IOException {
        Evaluated evaluated = evaluated(
                """
                user,item,time,type,quantity
                u1,a,2024-01-01,purchase,1
                u1,b,2024-01-02,purchase,1
                u2,a,2024-01-03,purchase,1
                u3,b,2024-01-04,purchase,1
                u4,a,2024-01-05,purchase,1
                u4,b,2024-01-05,purchase,-1
                ,b,2024-01-05,purchase,1
                u4,b,2024-01-06,stare,1
                u4,b,yesterday,purchase,1
                u1,a,2024-02-01,purchase,1
                u1,z,2024-02-01,purchase,1
                u2,b,2024-02-01,purchase,1
                u2,a,2024-02-02,purchase,1
                u3,z,2024-02-03,purchase,1
                u9,a,2024-02-03,purchase,1
                """, "--columns", "user=user,item=item,time=time,event=type,quantity=quantity", "--algorithms", "all");

        assertThat(evaluated.report().get("users").asInt()).isEqualTo(1);
        assertThat(leftOut(evaluated))
                .contains(
                        new LeftOut("lines", 1, "returns: a quantity of 0 or less"),
                        new LeftOut("lines", 1, "they name no person or no item"),
                        new LeftOut("lines", 1, "--weights has no type stare"),
                        new LeftOut("lines of the test part", 2, HAD),
                        new LeftOut("lines of the test part", 2, NEW),
                        new LeftOut("people", 1, "nothing of theirs is in the test part"),
                        new LeftOut("people", 1, "nothing that they took can be found: " + NEW + "; or " + HAD),
                        new LeftOut("people", 1, "nothing that they took can be found: " + NEW),
                        new LeftOut(
                                "people",
                                1,
                                "train doesn't know them: they are in no mean, but in the slice history 0"),
                        new LeftOut("items", 1, "they come first in the test part; --new-items makes them candidates"))
                .anySatisfy(
                        one -> assertThat(one.reason()).startsWith("they can't be used; the first: line 10 is passed"));
        JsonNode absent = evaluated.report().get("absent");
        assertThat(absent.valueStream().map(one -> one.get("label").asText())).contains("mf", "content");
        assertThat(evaluated.shell().err()).contains("left out: 1 people: nothing of theirs is in the test part");
    }

    @Test
    void whatOptionsTakeInIsLeftOutNoMore() throws IOException {
        String events = """
                user,item,time
                u1,a,2024-01-01
                u2,b,2024-01-01
                u1,a,2024-02-01
                u2,z,2024-02-01
                """;

        assertThat(leftOut(evaluated(events, "--algorithms", "popularity", "--repeats", "--new-items")))
                .isEmpty();
    }

    @Test
    void thePageSaysItToo() throws IOException {
        Path html = folder.resolve("report.html");
        evaluated("""
                user,item,time
                u1,a,2024-01-01
                u2,b,2024-01-01
                u1,b,2024-02-01
                """, "--algorithms", "all", "--out", html.toString());

        assertThat(Files.readString(html))
                .contains("Who and what was left out", "nothing of theirs is in the test part", "learns from ratings");
    }

    @Test
    void sessionsOfOneClickAreCounted() throws IOException {
        Path train = Files.writeString(
                folder.resolve("train.tsv"), "SessionId\tItemId\tTime\ns\ta\t1\ns\tb\t2\nt\tb\t3\nt\ta\t4\n");
        Path test = Files.writeString(
                folder.resolve("test.tsv"), "SessionId\tItemId\tTime\nv\ta\t10\nv\tz\t11\nw\ta\t12\n");
        Dataset data = Evaluated.data("--format", "sessions", "--train", train.toString(), "--test", test.toString());

        assertThat(data.leftOut())
                .containsExactlyInAnyOrder(
                        new LeftOut("sessions", 1, "they have one click, so there is nothing to ask"),
                        new LeftOut("clicks", 1, "train doesn't have the item: they count as misses"));
    }
}
