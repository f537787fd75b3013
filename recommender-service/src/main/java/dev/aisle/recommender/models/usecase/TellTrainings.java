package dev.aisle.recommender.models.usecase;

import dev.aisle.platform.operations.JobReport;
import dev.aisle.platform.operations.JobReports;
import dev.aisle.recommender.models.domain.Training;
import dev.aisle.recommender.models.store.TrainingRepository;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells operators of the trainings. */
@Singleton
class TellTrainings implements JobReports {
    private final TrainingRepository trainings;

    TellTrainings(TrainingRepository trainings) {
        this.trainings = trainings;
    }

    @Override
    public List<JobReport> latest(int most) {
        return trainings.recent(most).stream().map(TellTrainings::report).toList();
    }

    private static JobReport report(Training training) {
        return new JobReport(
                "training",
                switch (training.status()) {
                    case RUNNING -> JobReport.State.RUNNING;
                    case COMPLETED -> JobReport.State.DONE;
                    case FAILED -> JobReport.State.FAILED;
                    case CANCELLED -> JobReport.State.CANCELLED;
                },
                training.progress(),
                training.startedAt(),
                training.finishedAt(),
                training.failure() == null ? training.modelVersion() : training.failure());
    }
}
