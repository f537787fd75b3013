package dev.aisle.compute.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.compute.Shell;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateUsageTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        evaluate --format lists --train T --test T --algorithms magic | expected one of popularity, popularity-decay, trending
        evaluate --format lists --train T --test T --algorithms itemknn:q=3 | itemknn has no parameter q, only k, shrinkage
        evaluate --format lists --train T --test T --algorithms itemknn:k=x | k=x can't be used
        evaluate --format lists --train T --test T --algorithms itemknn:tune=x | tune=x can't be used
        evaluate --format lists --train T --test T --algorithms itemknn:k=0 | expected k ≥ 1
        evaluate --format lists --train /no/such --test T | no file that can be read: /no/such
        evaluate --format lists --train T | --test is missing
        evaluate --format cubes --train T | unknown format 'cubes'; expected lists, ordered, sessions, prefixes, ratings, events
        evaluate --train T | --format is missing
        evaluate --what | unknown option --what; expected one of
        evaluate --format | a value is missing
        evaluate --format lists --train T --test T --k 0 | whole numbers ≥ 1
        evaluate --format lists --train T --test T --out r.pdf | ends in .json or .html
        evaluate --format lists --train T --test T --out /no/such/r.json | there is no folder
        evaluate --format events --data E | aren't familiar: which one is user? Say --columns
        evaluate --format events --data E --columns user=who,item=x,time=at | the file has no column x
        evaluate --format events --data E --columns user=who,item=what,time=at --split temporal:2 | 0 < SHARE < 1
        evaluate --format events --data E --columns user=who,item=what,time=at --split temporal:2030-01-01 | nothing to find
        """)
    void wrongUsageIsOneClearLineAndExitCodeTwo(String command, String message) throws IOException {
        Path train = SmallShop.train(folder);
        Path events = SmallShop.events(folder);
        String[] arguments =
                command.replace(" T", " " + train).replace(" E", " " + events).split(" ", -1);

        Shell shell = Shell.run("", arguments);

        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err().lines().toList().getLast())
                .startsWith("aisle evaluate: ")
                .contains(message);
        assertThat(shell.out()).isEmpty();
    }
}
