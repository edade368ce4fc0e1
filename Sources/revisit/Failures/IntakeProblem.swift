import Intake

/// The name tells it from the problems of policies and of databases.
typealias IntakeProblem = Problem
