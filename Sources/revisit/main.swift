import Glibc

exit(
  Program.run(words: ArgumentWords.ofProcess(), environment: .ofProcess()).rawValue)
