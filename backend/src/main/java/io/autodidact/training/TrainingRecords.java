package io.autodidact.training;

import org.springframework.stereotype.Component;

/** Where training keeps its books. */
@Component
public record TrainingRecords(TrainingStepRepository steps, CheckpointRepository checkpoints) {}
