package dev.aisle.compute.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.compute.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can't be used is said with file, line, field and what would be right; what is merely odd has a result. In the files, {@code /} ends a line. */
class BadInputTest {
    @TempDir
    private Path folder;

    private Shell run(String format, String split, String train, String test) throws IOException {
        Path first = Files.writeString(folder.resolve("train"), lines(train));
        if (test == null) {
            return Shell.run("", "evaluate", "--format", format, "--data", first.toString(), "--split", split);
        }
        Path second = Files.writeString(folder.resolve("test"), lines(test));
        return Shell.run("", "evaluate", "--format", format, "--train", first.toString(), "--test", second.toString());
    }

    private static String lines(String text) {
        return text.replace('/', '\n').replace("→", "\t");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        lists | - | '' | u a | leaves nothing to learn: the training part has no line
        lists | - | u | u a | leaves nothing to learn
        lists | - | u a | u a | leaves nothing to find
        ordered | leave-one-out | '' | | leaves nothing to learn
        ordered | leave-one-out | u a/v b | | leaves nothing to find
        ordered | leave-one-out | u a a a | | leaves nothing to find
        ordered | temporal:0.5 | u a b c | | format ordered can't do 'temporal:0.5'; it can do leave-one-out, kfold:K, given
        lists | leave-one-out | u a b c | | format lists can't do 'leave-one-out'; it can do given
        sessions | kfold:3 | u a b c | | format sessions can't do 'kfold:3'; it can do given
        prefixes | given | u a b c | | --data: format prefixes takes --train and --test
        sessions | temporal:0.5 | '' | | leaves nothing to learn
        sessions | temporal:0.5 | who→what/u→a | | train, line 1: expected the header SessionId, ItemId, Time
        sessions | temporal:0.5 | SessionId→ItemId→Time/1→a→5/1→b→later | | train, line 3: Time: expected a time such as
        sessions | temporal:0.5 | SessionId→ItemId→Time/1→a→5/1→b | | train, line 3: expected 3 cells
        sessions | temporal:0.5 | SessionId→ItemId→Time/1→→5 | | train, line 2: ItemId: is empty
        prefixes | - | a b | a b | test, line 1: expected the items of the prefix with spaces between them, a tab
        events | temporal:0.5 | '' | | is empty
        events | temporal:0.5 | user,item,time/u,a,never | | no line of
        events | temporal:0.5 | user,item,time/u,a,never | | line 2 is passed over: time: expected a time such as
        events | temporal:0.5 | user,item,time,weight/u,a,2024-01-01,1 | | leaves nothing to learn
        events | leave-one-out | user,item/u,a/u,b | | the file has no column of times
        ratings | kfold:2 | user,item,rating/u,a,0 | | line 2 is passed over: rating: expected a number > 0, was 0.0
        ratings | kfold:2 | user,item,rating/u,a,NaN | | rating: expected a number, was 'NaN'
        ratings | kfold:2 | user,item/u,a | | which one is rating?
        ratings | new-items:1.5 | user,item,rating/u,a,3 | | expected new-items:SHARE with 0 < SHARE < 1, was new-items:1.5
        ratings | temporal:x | user,item,rating/u,a,3 | | expected temporal:YYYY-MM-DD or temporal:SHARE
        ratings | kfold:1 | user,item,rating/u,a,3 | | expected kfold:K with 2 ≤ K ≤ 99
        """)
    void whatCannotBeUsedIsSaidInOneLine(String format, String split, String train, String test, String message)
            throws IOException {
        Shell shell = run(format, split, train, test);

        assertThat(shell.code()).as(shell.err()).isEqualTo(2);
        assertThat(shell.err()).contains(message);
        assertThat(shell.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        one person | lists | u a b | u c
        one item beside the one to find | lists | u a | u b
        all have the same item | lists | u a/v a/w a | u b
        duplicate pairs | lists | u a a b/v a b b | u c/v c
        a person who has everything | lists | u a b c/v a | u a/v b
        somebody of whom nothing is known | lists | u a/v b | w b
        one session | prefixes | a b | a→b
        a session of one item again and again | prefixes | a a a | a→a
        an unknown prefix | prefixes | a b/b a | x→a
        one click sessions | sessions | SessionId→ItemId→Time/1→a→5/2→b→6 | SessionId→ItemId→Time/3→a→7/3→b→8
        sessions of the same moment | sessions | SessionId→ItemId→Time/1→a→5/1→b→5/2→a→5 | SessionId→ItemId→Time/3→a→7/3→b→7
        """)
    void whatIsMerelyOddHasAResultForEveryAlgorithm(String what, String format, String train, String test)
            throws IOException {
        Shell shell = run(format, "-", train, test);

        assertThat(shell.code()).as(what + ": " + shell.err()).isZero();
        assertThat(shell.lines()).as(what).hasSizeGreaterThan(5);
        assertThat(shell.out()).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --weights view=-1 | --weights: expected type=weight pairs with weights ≥ 0
        --weights view=NaN | --weights: expected type=weight pairs with weights ≥ 0
        --weights view | --weights: expected type=weight pairs
        --target stare | --target: the type stare has no weight
        --half-life 0 | --half-life: expected a number of days > 0, was 0
        --half-life soon | --half-life: expected a number of days > 0, was soon
        --session-gap -3 | --session-gap: expected a number of hours > 0, was -3
        --columns user | --columns: expected field=column pairs
        --columns colour=user | --columns: expected field=column pairs with the fields user, item, time
        --relevant 3 | --relevant: means nothing to format events; it belongs to ratings
        --group age | --group: the data has no column age; say --people FILE
        --split given | --train is missing
        --train x | --data and --train/--test exclude each other
        --algorithms mf | mf: it learns from ratings, and this data has none; say --format ratings
        """)
    void optionsThatCannotBeUsedAreSaid(String option, String message) throws IOException {
        Path events = Files.writeString(
                folder.resolve("e.csv"),
                "user,item,time\nu,a,2024-01-01\nu,b,2024-01-02\nv,b,2024-01-01\nv,a,2024-01-03\n");
        String[] command = ("evaluate --format events --data " + events + " --split temporal:0.5 " + option).split(" ");

        Shell shell = Shell.run("", command);

        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource({
        "-1,line 3 is passed over: weight: expected a number > 0",
        "NaN,weight: expected a number",
        "x,weight: expected a number"
    })
    void aLineWithAWeightThatIsNoneIsPassedOverAndSaid(String weight, String message) throws IOException {
        Path events = Files.writeString(
                folder.resolve("e.csv"),
                "user,item,time,w\nu,a,2024-01-01,1\nu,b,2024-01-01," + weight
                        + "\nv,c,2024-01-01,2\nu,c,2024-01-05,1\n");

        Shell shell = Shell.run(
                "",
                "evaluate",
                "--format",
                "events",
                "--data",
                events.toString(),
                "--columns",
                "weight=w",
                "--split",
                "temporal:2024-01-03",
                "--algorithms",
                "popularity");

        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(shell.err()).contains(message, "2 users, 2 items, 2 pairs");
    }
}
